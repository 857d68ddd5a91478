using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
public sealed class SqlSessionKeyStore(
    DbDataSource database, IDataProtectionProvider dataProtection, IOptionsMonitor<WeChatMiniProgramOptions> options, TimeProvider time) : ISessionKeyStore
{
    private readonly IDataProtector protector = dataProtection.CreateProtector("session_keys");

    public async ValueTask AddAsync(SessionKeyOwner owner, SessionKey sessionKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionKey);
        var name = NameOf(owner);
        var sql = """
            DELETE FROM session_keys WHERE expires_at <= @now;
            INSERT INTO session_keys (owner, key_hash, sealed_key, expires_at) VALUES (@owner, @key_hash, @sealed_key, @expires_at)
            ON CONFLICT (owner) DO UPDATE SET
                previous_key = CASE session_keys.key_hash WHEN excluded.key_hash THEN session_keys.previous_key ELSE session_keys.sealed_key END,
                previous_expires_at = CASE session_keys.key_hash WHEN excluded.key_hash THEN session_keys.previous_expires_at ELSE session_keys.expires_at END,
                key_hash = excluded.key_hash, sealed_key = excluded.sealed_key, expires_at = excluded.expires_at;
            """;
        await using var command = CreateCommand(
            sql,
            name,
            ("key_hash", Hash($"{name}:{sessionKey.Reveal()}")),
            ("sealed_key", protector.CreateProtector(name).Protect(sessionKey.Reveal())),
            ("expires_at", (time.GetUtcNow() + options.CurrentValue.SessionKeyLifetime).ToUnixTimeMilliseconds()));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask<IReadOnlyList<SessionKey>> GetAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        var name = NameOf(owner);
        var sql = """
            SELECT 1 AS age, sealed_key FROM session_keys WHERE owner = @owner AND expires_at > @now UNION ALL
            SELECT 2 AS age, previous_key FROM session_keys WHERE owner = @owner AND previous_expires_at > @now ORDER BY age;
            """;
        await using var command = CreateCommand(sql, name);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<SessionKey>();
        while (await rows.ReadAsync(cancellationToken))
        {
            try
            {
                keys.Add(new(protector.CreateProtector(name).Unprotect(rows.GetString(1))));
            }
            catch (CryptographicException)
            {
                // The Data Protection key is gone, or somebody changed the row: no key, and the mini program logs in again.
            }
        }

        return keys;
    }

    public async ValueTask RemoveAsync(SessionKeyOwner owner, CancellationToken cancellationToken = default)
    {
        await using var command = CreateCommand("DELETE FROM session_keys WHERE owner = @owner;", NameOf(owner));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string NameOf(SessionKeyOwner owner) => Hash($"session_keys:{owner.AppId.Length}:{owner.AppId}{owner.OpenId}");

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private DbCommand CreateCommand(string sql, string owner, params (string Name, object Value)[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var (name, value) in values.Append(("owner", owner)).Append(("now", time.GetUtcNow().ToUnixTimeMilliseconds())))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

// README ends
