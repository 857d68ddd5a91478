using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The lines by which a host gets its access_tokens elsewhere, and uses those of the package.</summary>
internal static class TokenHost
{
    public static void RegisterServer(IServiceCollection services)
    {
        // README begins
        services.AddHttpClient(nameof(TokenServer), client => client.BaseAddress = new Uri("https://tokens.internal/")).RemoveAllLoggers();
        services.AddSingleton<IAccessTokenProvider, TokenServer>();

        // README ends
    }

    public static void RegisterCheck(IServiceCollection services)
    {
        // README begins
        services.AddHttpClient(nameof(TextCheck)).RemoveAllLoggers(); // the factory's own lines would show the access_token
        services.AddSingleton<TextCheck>();

        // README ends
    }
}
