namespace WeChatSandbox;

public sealed partial class Sandbox
{
    /// <summary>The app's owner authorises a third-party platform to log its users in, for good.</summary>
    public void AuthorizeComponent(string componentAppId, string? appId = null) => platforms.Authorize(componentAppId, apps.Get(appId));

    /// <summary>The platform's component_access_token, the same one for 2 hours.</summary>
    public string ComponentAccessToken(string componentAppId) => platforms.Token(componentAppId).Value;

    /// <summary>Ends the platform's component_access_token at once, 42001 from here on.</summary>
    public void ExpireComponentAccessToken(string componentAppId) => platforms.ExpireToken(componentAppId);

    /// <summary>
    /// A fresh authorizer_access_token: what the platform uses as the app's access_token, beside the app's own tokens.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The app has not authorised the platform.</exception>
    public string AuthorizerAccessToken(string componentAppId, string? appId = null) =>
        platforms.AuthorizerToken(componentAppId, apps.Get(appId)).Value;
}
