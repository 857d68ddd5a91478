using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Fuzz;

/// <summary>The package as a host has it, with WeChat's answer and the entry in the cache in the hand of the fuzzer.</summary>
internal sealed class FuzzedApp
{
    public const string AppId = "wx0000000000000001";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";

    private readonly ServiceProvider services;
    private readonly OneEntry cache = new();
    private byte[] answer = [];

    public FuzzedApp()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IDistributedCache>(cache);
        collection.AddSingleton<IDataProtectionProvider, NoDataProtection>();
        collection.AddSingleton<TimeProvider, PassingTime>();
        collection
            .AddWeChatMiniProgram(options =>
            {
                options.AppId = AppId;
                options.AppSecret = AppSecret;
                options.MaxRetryAttempts = 0;
            })
            .UseDistributedSessionKeyStore()
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => new AnswerHandler(() => answer));
        services = collection.BuildServiceProvider();
    }

    public IUserDataDecryptor Decryptor => services.GetRequiredService<IUserDataDecryptor>();

    public Task<JsCodeSession> ExchangeAsync(byte[] body)
    {
        answer = body;
        return services.GetRequiredService<IJsCodeSessionClient>().ExchangeAsync("0b3N2xGa1TestCodeOfOneLogin0z9y8");
    }

    public async Task<IReadOnlyList<SessionKey>> ReadStoredAsync(SessionKeyOwner owner, byte[] entry)
    {
        cache.Entry = entry;
        return await services.GetRequiredService<ISessionKeyStore>().GetAsync(owner);
    }
}
