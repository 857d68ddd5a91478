using System.Data.Common;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed class TenantSource(DbDataSource database) : IMiniProgramSource
{
    public async ValueTask<MiniProgramCredentials?> FindAsync(string appId, CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("SELECT app_id, app_secret FROM tenants WHERE app_id = @app_id;");
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("app_id", appId);
        command.Parameters.Add(parameter);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) && row.GetString(0) == appId ? new(row.GetString(1)) : null;
    }
}

// README ends
