namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Known texts and keys, each with the page that it comes from or how it was made.</summary>
internal static class Vectors
{
    /// <summary>WeChat's own sample, from https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html (aes-sample).</summary>
    internal static class Official
    {
        public const string AppId = "wx4f4bc4dec97d474b";
        public const string SessionKey = "tiihtNczf5v6AKRyjwEUhQ==";
        public const string Iv = "r7BXXKkLb8qrSNn05n0qiA==";
        public const string EncryptedData =
            "CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142d"
            + "NCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn"
            + "/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns"
            + "/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuy"
            + "Db/XcxxmK01EpqOyuxINew==";

        /// <summary>What the sample decrypts to; computed with openssl.</summary>
        public const string Plaintext =
            """{"openId":"oGZUI0egBJY1zhBYw2KhdUfwVJJE","nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","pro"""
            + """vince":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/aSKcBBPpibyKNicHNTMM0qJVh8Kjgiak2AHWr8MHM"""
            + """4WgMEm7GFhsf8OYrySdbvAMvTsw3mo8ibKicsnfN5pRjl1p8HQ/0","unionId":"ocMvos6NjeKLIBqg5Mr9QjxrP1FA","water"""
            + """mark":{"timestamp":1477314187,"appid":"wx4f4bc4dec97d474b"}}""";

        /// <summary>The sample's iv with bytes 11 to 15 changed, so that the openId begins with AAAAA; computed with openssl.</summary>
        public const string ForgedIv = "r7BXXKkLb8qrSNna4GY+gA==";
    }

    /// <summary>The rawData sample of https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html.</summary>
    internal static class OfficialSignature
    {
        public const string SessionKey = "HyVFkGl5F5OQWJZZaNzBBg==";
        public const string Signature = "75e81ceda165f4ffa64f4068af58c64b8f54b88c";
        public const string RawData =
            """{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatar"""
            + """Url":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}""";
    }

    /// <summary>Made-up data of made-up users, encrypted and signed with openssl: the shapes of WeChat's pages, of which it gives no sample.</summary>
    internal static class Synthetic
    {
        public const string SessionKey = "MDEyMzQ1Njc4OWFiY2RlZg==";
        public const string Iv = "ZmVkY2JhOTg3NjU0MzIxMA==";
        public const string PhoneData =
            "/zKksLWsmvxbw65eoGVnlPjLBRdDikp66Zb4RW/BFjs66Rka8TAaFKZMLZx3tQfRYAldOoidGuXfVDULSfwVI8zXDye78lELyFkaRPD/G/qebPmNzpMtFBWbVOSOv1CQ"
            + "cvfkOXTGv2o8my5S+dM2nWKhVTHi6q3Up3QZ0V0xJyYY4eWjdDPcXW+VtaxplLnloJ0fbXvBdq/WEmkzP66zQA==";
        public const string ShareData =
            "OuFBUxPooXArueBaDknGGaTlY4JXNvyCut1dpbBMey8e3eo2kTena8ATuvy9e7XnrgM9Lp0E+4Fxh53AU+tT5sao8R9g17/KhoWR3tTZuS5zEiODh9KYgr+Lyv6Rn73V";
        public const string WeRunData =
            "c4EzbtNbXKUV2+ILNgEyqGQY4lESAZnyr5k9alhL9lzek/ez5X/aY71dz3Mlot1fNqquYJ0N+LMudJlo0WUrTGiLPrL6C+PBluJlOW9Po7a19IBmtLJPEsYfDIn8ZW1R"
            + "oXRfS46Uskq+LSzLHzfuTatLJAzfw/9oKIfbxW+27K65Uv560XkZB7Ubdcdw7zm/lsUOc7c2wmVVEuEBWP3Pow==";
        public const string GroupData =
            "sIvlMguM7B1XjKakSccs+5uV18FPwPBxdw4xZti3HMfOljnyA6CbZwa5XKPjFBIZcZ1rSwH1BSr+PZgSI1MHg8+t7b0HSDpkBbvcb9pP9n4llkRMYmSRc0GCMt3yYe6h"
            + "K3rCsPOpd0p78KwMXc6kFxL8TkvSd8HKzKZueyDqcG05aOYaULv+zZYF9kf8lZe2";

        public const string RawData = """{"nickName":"微信用户","gender":0,"language":"","city":"","province":"","country":"","avatarUrl":""}""";
        public const string Signature = "773ac2a7c2febacb68607a86b42edfe9bbe23abc";
    }
}
