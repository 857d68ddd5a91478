using System.Runtime.Serialization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class OptionsDefaultsTests
{
    private readonly WeChatMiniProgramOptions defaults = new();

    [Test]
    public void Texts_AreEmpty() => Assert.That((defaults.AppId, defaults.AppSecret), Is.EqualTo(("", "")));

    [Test]
    public void Serialize_OptionsWithASecret_LeavesItOut()
    {
        var json = JsonSerializer.Serialize(new WeChatMiniProgramOptions { AppId = "wx1", AppSecret = "the-secret" });

        Assert.That(json, Does.Contain("\"AppId\":\"wx1\"").And.Not.Contain("ecret"));
        Assert.That(typeof(WeChatMiniProgramOptions).GetProperty("AppSecret"), Has.Attribute<IgnoreDataMemberAttribute>(), "for Newtonsoft.Json");
    }

    [Test]
    public void Addresses_AreWeChats()
    {
        Assert.That(defaults.BaseAddress, Is.EqualTo(new Uri("https://api.weixin.qq.com/")));
        Assert.That(defaults.FallbackAddress, Is.EqualTo(new Uri("https://api2.weixin.qq.com/")));
    }

    [Test]
    public void Numbers_AreAsDocumented()
    {
        Assert.That(defaults.MaxRetryAttempts, Is.EqualTo(2));
        Assert.That(defaults.RetryDelay, Is.EqualTo(TimeSpan.FromMilliseconds(200)));
        Assert.That(defaults.AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(defaults.TotalTimeout, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(defaults.SessionKeyLifetime, Is.EqualTo(TimeSpan.FromDays(3)));
        Assert.That(defaults.SessionKeyCapacity, Is.EqualTo(1_000_000));
        Assert.That(defaults.SessionKeyStoreTimeout, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(defaults.UserDataMaxAge, Is.EqualTo(TimeSpan.FromDays(3)));
    }

    [TestCase("https://api.weixin.qq.com", "https://api2.weixin.qq.com/")]
    [TestCase("https://API.weixin.qq.com/", "https://api2.weixin.qq.com/")]
    [TestCase("https://api.weixin.qq.com/path", null)]
    [TestCase("http://api.weixin.qq.com/", null)]
    [TestCase("https://sh.api.weixin.qq.com/", null)]
    [TestCase("http://127.0.0.1:5000/", null)]
    public void FallbackAddress_NotSet_FollowsTheBaseAddress(string baseAddress, string? expected)
    {
        var options = new WeChatMiniProgramOptions { BaseAddress = new(baseAddress) };

        Assert.That(options.FallbackAddress?.AbsoluteUri, Is.EqualTo(expected));
    }

    [Test]
    public void FallbackAddress_BoundFromASectionWithoutIt_FollowsTheBaseAddress()
    {
        var options = new WeChatMiniProgramOptions();
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["AppId"] = "wx1" }).Build().Bind(options);
        options.BaseAddress = new("https://gateway.test/");

        Assert.That(options.AppId, Is.EqualTo("wx1"));
        Assert.That(options.FallbackAddress, Is.Null);
    }

    [TestCase(null)]
    [TestCase("https://hk.api.weixin.qq.com/")]
    public void FallbackAddress_Set_Stays(string? address)
    {
        var options = new WeChatMiniProgramOptions { FallbackAddress = address is null ? null : new(address) };
        options.BaseAddress = new("https://gateway.test/");

        Assert.That(options.FallbackAddress?.AbsoluteUri, Is.EqualTo(address));
    }
}
