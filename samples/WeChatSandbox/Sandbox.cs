using WeChatSandbox.AccessTokens;
using WeChatSandbox.Apps;
using WeChatSandbox.Components;
using WeChatSandbox.Login;
using WeChatSandbox.UserData;
using WeChatSandbox.Users;
using WeChatSandbox.Wire;

namespace WeChatSandbox;

/// <summary>
/// The state of the stand-in for WeChat's servers, and its control surface: it plays the mini program (logins, codes, user data), ends
/// and refuses tokens and schedules faults. Safe for many threads. An <c>appId</c> of <see langword="null"/> is the first app; a user,
/// app or API that the sandbox does not know throws <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed partial class Sandbox
{
    private readonly AppDirectory apps;
    private readonly UserCodes loginCodes;
    private readonly UserCodes phoneCodes;
    private readonly UserCodes pluginCodes;
    private readonly PhoneData phoneData;
    private readonly Payments payments;
    private readonly StableTokens stableTokens;
    private readonly TokenRefusals refusals = new();
    private readonly Platforms platforms;
    private readonly TimeProvider timeProvider;

    /// <summary>Creates a sandbox with one app and no users.</summary>
    /// <param name="options">The first app and the limits.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    public Sandbox(SandboxOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);

        var clock = timeProvider ?? TimeProvider.System;
        this.timeProvider = clock;
        apps = new AppDirectory(options, clock);
        loginCodes = new UserCodes(options.CodeLifetime, clock);
        phoneCodes = new UserCodes(options.CodeLifetime, clock);
        pluginCodes = new UserCodes(options.CodeLifetime, clock);
        phoneData = new PhoneData(clock);
        payments = new Payments(clock);

        var issued = new IssuedTokens(clock);
        stableTokens = new StableTokens(issued, options.TokenCallsPerMinute, clock);
        platforms = new Platforms(issued, clock);

        var gate = new TokenGate(issued, refusals, clock);
        var exchange = new LoginCodeExchange(loginCodes);
        Apis = new ServedApis(
            clock,
            new JsCode2Session(apps, exchange),
            new ComponentJsCode2Session(apps, gate, platforms, exchange),
            new StableTokenApi(apps, stableTokens),
            new CheckSession(gate),
            new ResetUserSessionKey(gate),
            new GetUserEncryptKey(gate, clock),
            new GetUserPhoneNumber(gate, phoneCodes, options),
            new CheckEncryptedMsg(gate, phoneData),
            new GetPluginOpenPId(gate, pluginCodes),
            new GetPaidUnionId(gate, payments));
    }

    /// <summary>The appid of the first app.</summary>
    public string AppId => apps.First.AppId;

    /// <summary>The AppSecret of the first app.</summary>
    public string AppSecret => apps.First.AppSecret;

    internal ServedApis Apis { get; }

    /// <summary>Adds a further app, with users, codes and session keys of its own.</summary>
    /// <exception cref="ArgumentException">The app is there already.</exception>
    public void AddApp(string appId, string appSecret) => apps.Add(appId, appSecret);

    /// <summary>
    /// What <c>wx.login</c> gives: a fresh code. The first login makes the user and its session_key; later ones keep the key, as
    /// WeChat does within its refresh interval.
    /// </summary>
    /// <param name="openId">The user, who need not exist.</param>
    /// <param name="unionId">The user's unionid; <see langword="null"/> leaves what an earlier login set.</param>
    /// <param name="appId">The app.</param>
    public string Login(string openId, string? unionId = null, string? appId = null)
    {
        var app = apps.Get(appId);
        return loginCodes.Issue(app, app.LogIn(openId, unionId));
    }

    /// <summary>
    /// Gives the user a new session_key, as a later <c>wx.login</c> may. Codes that were not exchanged yet answer with the new key.
    /// </summary>
    public void RotateSessionKey(string openId, string? appId = null) => apps.Get(appId).User(openId).RotateSessionKey();

    /// <summary>The user's session_key, for tests; no endpoint shows it but WeChat's own.</summary>
    public string SessionKey(string openId, string? appId = null) => apps.Get(appId).User(openId).SessionKey;

    /// <summary>What <c>wx.getUserInfo</c> gives: the profile with openId and unionId, and the signed rawData.</summary>
    public SandboxUserData Profile(string openId, string nickName = "微信小明", string? appId = null)
    {
        var app = apps.Get(appId);
        return UserDataMaker.Profile(app, app.User(openId), nickName, timeProvider.GetUtcNow());
    }

    /// <summary>What the getPhoneNumber button gives beside the code of <see cref="PhoneCode"/>; checkencryptedmsg knows it.</summary>
    /// <param name="openId">The user.</param>
    /// <param name="phoneNumber">A mainland number; <see langword="null"/> is the user's.</param>
    /// <param name="appId">The app.</param>
    public SandboxUserData Phone(string openId, string? phoneNumber = null, string? appId = null)
    {
        var app = apps.Get(appId);
        var phone = phoneNumber is null ? app.User(openId).PhoneNumber : PhoneNumber.Default with { PureNumber = phoneNumber };
        return phoneData.Remember(app, Encrypt(openId, UserDataJson.Phone(phone, app, timeProvider.GetUtcNow()), appId));
    }

    /// <summary>What <c>wx.getWeRunData</c> gives: the steps of the last 31 days.</summary>
    public SandboxUserData WeRun(string openId, string? appId = null) =>
        Encrypt(openId, UserDataJson.WeRun(apps.Get(appId), timeProvider.GetUtcNow()), appId);

    /// <summary>Encrypts any text, JSON or not, under the user's current session_key and a fresh random iv.</summary>
    public SandboxUserData Encrypt(string openId, string json, string? appId = null) =>
        UserDataMaker.Encrypt(apps.Get(appId).User(openId).SessionKey, json);
}
