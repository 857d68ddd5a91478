using System.Data.Common;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed class AuthorizedApps(DbDataSource database) : IMiniProgramSource
{
    public async ValueTask<MiniProgramCredentials?> FindAsync(string appId, CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("SELECT app_id FROM authorizations WHERE app_id = @app_id;");
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("app_id", appId);
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(cancellationToken) as string == appId ? new() : null; // no AppSecret: the platform's token does
    }
}

// README ends
