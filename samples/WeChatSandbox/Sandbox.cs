using WeChatSandbox.Apps;
using WeChatSandbox.Faults;
using WeChatSandbox.Login;
using WeChatSandbox.UserData;

namespace WeChatSandbox;

/// <summary>
/// The state of the stand-in for WeChat's servers, and its control surface: it plays the mini program (logins, user data) and schedules
/// faults. Safe for many threads. An <c>appId</c> of <see langword="null"/> is the first app; a user or app that the sandbox does not
/// know throws <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed class Sandbox
{
    private readonly AppDirectory apps;
    private readonly LoginCodes codes;
    private readonly TimeProvider timeProvider;
    private int requestCount;

    /// <summary>Creates a sandbox with one app and no users.</summary>
    /// <param name="options">The first app and the limits.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    public Sandbox(SandboxOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);

        this.timeProvider = timeProvider ?? TimeProvider.System;
        apps = new AppDirectory(options, this.timeProvider);
        codes = new LoginCodes(options.CodeLifetime, this.timeProvider);
        JsCode2Session = new JsCode2Session(apps, codes, this.timeProvider);
    }

    /// <summary>The appid of the first app.</summary>
    public string AppId => apps.First.AppId;

    /// <summary>The AppSecret of the first app.</summary>
    public string AppSecret => apps.First.AppSecret;

    /// <summary>How many jscode2session requests arrived, with those that a fault met.</summary>
    public int RequestCount => Volatile.Read(ref requestCount);

    internal JsCode2Session JsCode2Session { get; }

    internal FaultSchedule Faults { get; } = new();

    internal TimeProvider Clock => timeProvider;

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
        return codes.Issue(app, app.LogIn(openId, unionId));
    }

    /// <summary>
    /// Gives the user a new session_key, as a later <c>wx.login</c> may. Codes that were not exchanged yet answer with the new key.
    /// </summary>
    public void RotateSessionKey(string openId, string? appId = null) => apps.Get(appId).User(openId).RotateSessionKey();

    /// <summary>The user's session_key, for tests; no endpoint shows it but jscode2session.</summary>
    public string SessionKey(string openId, string? appId = null) => apps.Get(appId).User(openId).SessionKey;

    /// <summary>What <c>wx.getUserInfo</c> gives: the profile with openId and unionId, and the signed rawData.</summary>
    public SandboxUserData Profile(string openId, string nickName = "微信小明", string? appId = null)
    {
        var app = apps.Get(appId);
        return UserDataMaker.Profile(app, app.User(openId), nickName, timeProvider.GetUtcNow());
    }

    /// <summary>What the getPhoneNumber button gives: a mainland number.</summary>
    public SandboxUserData Phone(string openId, string phoneNumber = "13580006666", string? appId = null) =>
        Encrypt(openId, UserDataJson.Phone(phoneNumber, apps.Get(appId), timeProvider.GetUtcNow()), appId);

    /// <summary>What <c>wx.getWeRunData</c> gives: the steps of the last 31 days.</summary>
    public SandboxUserData WeRun(string openId, string? appId = null) =>
        Encrypt(openId, UserDataJson.WeRun(apps.Get(appId), timeProvider.GetUtcNow()), appId);

    /// <summary>Encrypts any text, JSON or not, under the user's current session_key and a fresh random iv.</summary>
    public SandboxUserData Encrypt(string openId, string json, string? appId = null) =>
        UserDataMaker.Encrypt(apps.Get(appId).User(openId).SessionKey, json);

    /// <summary>Schedules a fault behind those that wait: each jscode2session request uses one up.</summary>
    public void Fail(SandboxFault fault, int times = 1) => Faults.Add(fault, times);

    /// <summary>Meets every request that finds no scheduled fault, until this is set to <see langword="null"/>.</summary>
    public void FailAlways(SandboxFault? fault) => Faults.Always = fault;

    /// <summary>Forgets all faults.</summary>
    public void ClearFaults() => Faults.Clear();

    internal void CountRequest() => Interlocked.Increment(ref requestCount);
}
