namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>An API of the user client: where it is, what WeChat answers to it, and how a host calls it with what only the user knows.</summary>
internal sealed record UserApi(string Name, string Path, string Success, Func<IMiniProgramUserClient, CancellationToken, Task<string>> CallAsync)
{
    public const string EncryptKey = "VI6BpyrK9XH4i4AIGe86tg==";
    public const string Iv = "6003f73ec441c386";
    public const string OpenPId = "GACo74wkDIkDzEhkwRwgjGt1pqlk";
    public const string NewSessionKey = Vectors.OfficialSignature.SessionKey;
    public const string PluginCode = "0e3plugincode00000000000000000xY";
    public const string TransactionId = "4200000000202411240000000001";
    public const string UserData = Vectors.Synthetic.PhoneData;

    public static IReadOnlyList<UserApi> All { get; } =
    [
        new("getPhoneNumber", "/wxa/business/getuserphonenumber", Answers.Phone(),
            async (users, token) => $"{await users.GetPhoneNumberAsync(Answers.PhoneCode, Answers.OpenId, token)}"),
        new("checkSessionKey", "/wxa/checksession", """{"errcode":0,"errmsg":"ok"}""",
            async (users, token) => $"{await users.CheckSessionKeyAsync(Answers.OpenId, token)}"),
        new("ResetUserSessionKey", "/wxa/resetusersessionkey",
            $$"""{"errcode":0,"errmsg":"ok","openid":"{{Answers.OpenId}}","session_key":"{{NewSessionKey}}"}""",
            async (users, token) =>
            {
                await users.ResetSessionKeyAsync(Answers.OpenId, token);
                return "";
            }),
        new("checkEncryptedData", "/wxa/business/checkencryptedmsg", """{"errcode":0,"errmsg":"ok","vaild":true,"create_time":1629121902}""",
            async (users, token) => $"{await users.CheckEncryptedDataAsync(UserData, token)}"),
        new("getPluginOpenPId", "/wxa/getpluginopenpid", $$"""{"errcode":0,"errmsg":"","openpid":"{{OpenPId}}"}""",
            async (users, token) => await users.GetPluginOpenPIdAsync(PluginCode, token) == OpenPId ? "" : "another openpid"),
        new("getPaidUnionid", "/wxa/getpaidunionid", $$"""{"errcode":0,"errmsg":"ok","unionid":"{{Answers.UnionId}}"}""",
            async (users, token) => await users.GetPaidUnionIdAsync(Answers.OpenId, PaidOrder.ByTransaction(TransactionId), token)
                == Answers.UnionId ? "" : "another unionid"),
        new("getUserEncryptKey", "/wxa/business/getuserencryptkey",
            """{"errcode":0,"errmsg":"ok","key_info_list":[{"encrypt_key":"VI6BpyrK9XH4i4AIGe86tg==","version":10,"""
            + """ "expire_in":3597,"iv":"6003f73ec441c386","create_time":1616572301}]}""",
            async (users, token) => string.Join(' ', await users.GetEncryptKeysAsync(Answers.OpenId, token))),
    ];

    public static IEnumerable<string> Names => All.Select(api => api.Name);

    public static UserApi Of(string name) => All.Single(api => api.Name == name);
}
