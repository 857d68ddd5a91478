using System.Text.Json.Nodes;

namespace WeChatSandbox;

public sealed partial class Sandbox
{
    /// <summary>
    /// What expires_in is sent as by stable_token, say <c>3</c> or <c>"1500"</c>; <see langword="null"/>, the default, is the seconds
    /// left. The token itself lives its 2 hours.
    /// </summary>
    public JsonNode? ExpiresIn
    {
        get => stableTokens.SentExpiresIn;
        set => stableTokens.SentExpiresIn = value;
    }

    /// <summary>The token that stable_token answers in its normal mode, without the request.</summary>
    public string AccessToken(string? appId = null) => stableTokens.Of(apps.Get(appId)).Current().Value;

    /// <summary>
    /// Ends the app's stable token at once, 42001 from here on; stable_token gives a new one. Before the first token it does nothing.
    /// </summary>
    public void ExpireAccessToken(string? appId = null) => stableTokens.Of(apps.Get(appId)).Expire();

    /// <summary>
    /// Refuses good tokens of the app in its next calls, whichever API they are of, and in place of what an earlier call of this
    /// method planned. stable_token knows nothing of it and goes on with its token.
    /// </summary>
    /// <param name="errcode">40001, 40014 or 42001.</param>
    /// <param name="times">How many calls; <see cref="int.MaxValue"/> is for ever, 0 ends it.</param>
    /// <param name="appId">The app.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another errcode, or a negative number.</exception>
    public void RefuseAccessTokens(int errcode = 40001, int times = 1, string? appId = null) =>
        refusals.Plan(apps.Get(appId), errcode, times);
}
