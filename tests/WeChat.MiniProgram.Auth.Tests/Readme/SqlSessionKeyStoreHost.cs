using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The lines by which a host uses the store of its own.</summary>
internal static class SqlSessionKeyStoreHost
{
    public static void Register(GuideBuilder builder, string connectionString)
    {
        // README begins
        builder.Services.AddSingleton<DbDataSource>(_ => SqliteFactory.Instance.CreateDataSource(connectionString));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddWeChatMiniProgram().UseSessionKeyStore<SqlSessionKeyStore>();

        // README ends
    }
}
