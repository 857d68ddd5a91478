using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The lines by which a host uses the store of its own.</summary>
internal static class SqlSessionKeyStoreHost
{
    public static void Register(IServiceCollection services, string connectionString)
    {
        // README begins
        services.AddSingleton<DbDataSource>(_ => SqliteFactory.Instance.CreateDataSource(connectionString));
        services.AddSingleton(TimeProvider.System);
        services.AddWeChatMiniProgram().UseSessionKeyStore<SqlSessionKeyStore>();

        // README ends
    }
}
