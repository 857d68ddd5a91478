using System.Globalization;
using WeChatSandbox.Users;

namespace WeChatSandbox;

public sealed partial class Sandbox
{
    /// <summary>
    /// What the getPhoneNumber button gives as <c>code</c>: for getuserphonenumber, once, within 5 minutes. No login code.
    /// </summary>
    public string PhoneCode(string openId, string? appId = null)
    {
        var app = apps.Get(appId);
        return phoneCodes.Issue(app, app.User(openId));
    }

    /// <summary>Sets the number that the user bound to WeChat, without its country's code; before, it is +86 13580006666.</summary>
    /// <exception cref="ArgumentException">No phoneNumber, or a countryCode that is not a few digits.</exception>
    public void SetPhoneNumber(string openId, string phoneNumber, string countryCode = "86", string? appId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(phoneNumber);
        if (!ushort.TryParse(countryCode, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw new ArgumentException("A country's code is digits.", nameof(countryCode));

        apps.Get(appId).User(openId).PhoneNumber = new PhoneNumber(countryCode, phoneNumber);
    }

    /// <summary>What <c>wx.pluginLogin</c> gives: a code for getpluginopenpid, once, within 5 minutes.</summary>
    /// <param name="openId">The user in the host mini program.</param>
    /// <param name="pluginAppId">The plugin, an app too, with whose token the code is exchanged; null is the host itself.</param>
    /// <param name="appId">The host mini program.</param>
    public string PluginLogin(string openId, string? pluginAppId = null, string? appId = null)
    {
        var host = apps.Get(appId);
        return pluginCodes.Issue(host, host.User(openId), apps.Get(pluginAppId ?? appId));
    }

    /// <summary>The openpid that getpluginopenpid answers for a code of <see cref="PluginLogin"/> with the same arguments.</summary>
    public string OpenPId(string openId, string? pluginAppId = null, string? appId = null)
    {
        var host = apps.Get(appId);
        return PluginUser.OpenPId(host.User(openId), host, apps.Get(pluginAppId ?? appId));
    }

    /// <summary>The user pays an order, which getpaidunionid knows for 5 minutes.</summary>
    /// <exception cref="ArgumentException">No transactionId, or only one of mchId and outTradeNo.</exception>
    public void Pay(string openId, string transactionId, string? mchId = null, string? outTradeNo = null, string? appId = null)
    {
        var app = apps.Get(appId);
        payments.Add(app, app.User(openId), transactionId, mchId, outTradeNo);
    }

    /// <summary>Lets the user's session_key run out, 87007 from here on; the next login makes a new one.</summary>
    public void EndSession(string openId, string? appId = null) => apps.Get(appId).User(openId).EndSession();

    /// <summary>The newest of the keys that getuserencryptkey answers, as the mini program gets it.</summary>
    public SandboxEncryptKey EncryptKey(string openId, string? appId = null) =>
        apps.Get(appId).User(openId).EncryptKeys.NewestFirst(timeProvider.GetUtcNow())[0];

    /// <summary>Makes a new key for the user before the hour of the newest is over, which leaves the last three.</summary>
    public void RotateEncryptKey(string openId, string? appId = null) =>
        apps.Get(appId).User(openId).EncryptKeys.Rotate(timeProvider.GetUtcNow());
}
