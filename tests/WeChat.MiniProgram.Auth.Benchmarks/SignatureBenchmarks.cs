using BenchmarkDotNet.Attributes;

namespace WeChat.MiniProgram.Auth.Benchmarks;

/// <summary>A signature check beside its floor, with the vector of https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html.</summary>
[MemoryDiagnoser]
public class SignatureBenchmarks
{
    private const string Signature = "75e81ceda165f4ffa64f4068af58c64b8f54b88c";
    private const string RawData =
        """{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}""";

    private readonly string key = "HyVFkGl5F5OQWJZZaNzBBg==";
    private readonly SessionKey sessionKey = new("HyVFkGl5F5OQWJZZaNzBBg==");

    [Benchmark(Baseline = true)]
    public bool Floor() => HandWritten.Verify(RawData, Signature, key);

    [Benchmark]
    public bool Verify() => UserDataSignature.Verify(RawData, Signature, sessionKey);
}
