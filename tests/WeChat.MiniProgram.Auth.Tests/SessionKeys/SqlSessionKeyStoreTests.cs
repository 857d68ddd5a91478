using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The contract by the store that the docs show, on SQLite, with the table that they show.</summary>
public sealed class SqlSessionKeyStoreTests : SessionKeyStoreContract
{
    private const string SecretText = "tiihtNczf5v6AKRyjwEUhQ==";

    private const string Connection = "Data Source=session-keys;Mode=Memory;Cache=Shared";

    private readonly DbDataSource database = SqliteFactory.Instance.CreateDataSource(Connection);
    private DbConnection keptOpen = null!;

    [OneTimeSetUp]
    public async Task CreateTableAsync()
    {
        // The database lives as long as a connection to it.
        keptOpen = await database.OpenConnectionAsync();
        var page = SourceTree.ReadText("docs/custom-session-key-store.md");
        var start = page.IndexOf("```sql\n", StringComparison.Ordinal) + "```sql\n".Length;
        await ExecuteAsync(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
    }

    [OneTimeTearDown]
    public void CloseDatabase()
    {
        keptOpen.Dispose();
        database.Dispose();
    }

    [SetUp]
    public Task EmptyTableAsync() => ExecuteAsync("DELETE FROM session_keys");

    [Test]
    public async Task AddAsync_Row_ShowsNeitherAppNorUserNorKey()
    {
        await Store.AddAsync(User, new(SecretText));
        await Store.AddAsync(User, A);

        var shown = await ExecuteAsync("SELECT owner || key_hash || sealed_key || previous_key FROM session_keys");
        Assert.That(shown, Has.Length.GreaterThan(300));
        Assert.That(shown, Does.Not.Contain(User.AppId).And.Not.Contain(User.OpenId).And.Not.Contain(SecretText[..8]));
    }

    [Test]
    public async Task AddAsync_OfAnyUser_RemovesWhatHasExpired()
    {
        await Store.AddAsync(User, A);
        await ExecuteAsync("UPDATE session_keys SET expires_at = 1");
        await Store.AddAsync(User with { OpenId = "oOther" }, B);

        Assert.That(await ExecuteAsync("SELECT COUNT(*) FROM session_keys"), Is.EqualTo("1"));
    }

    [Test]
    public async Task GetAsync_RowOfAnotherUser_DoesNotOpen()
    {
        var other = User with { OpenId = "oOther" };
        await Store.AddAsync(User, A);
        await Store.AddAsync(other, B);
        await ExecuteAsync("UPDATE session_keys SET sealed_key = (SELECT MAX(sealed_key) FROM session_keys)");

        Assert.That((await Store.GetAsync(User)).Count + (await Store.GetAsync(other)).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task AddAsync_OneUserManyTimesAtOnce_KeepsTwoWholeKeys()
    {
        var keys = Enumerable.Range(0, 20).Select(i => new SessionKey($"key {i}")).ToList();
        await Task.WhenAll(keys.Select(key => Task.Run(async () => await Store.AddAsync(User, key))));

        Assert.That(await Store.GetAsync(User), Has.Count.EqualTo(2).And.SubsetOf(keys).And.Unique);
    }

    [Test]
    public async Task Store_RegisteredAsTheDocsShow_KeepsKeys()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        SqlSessionKeyStoreHost.Register(new(services), Connection);
        services.Configure<WeChatMiniProgramOptions>(options => (options.AppId, options.AppSecret) = (TestApp.AppId, TestApp.AppSecret));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var store = provider.GetRequiredService<ISessionKeyStore>();

        await store.AddAsync(User, A);

        Assert.That(await store.GetAsync(User), Is.EqualTo(new[] { A }));
    }

    private protected override TestApp CreateApp(Action<WeChatMiniProgramOptions> configure) => new(
        configure,
        builder => builder.UseSessionKeyStore<SqlSessionKeyStore>(),
        services =>
        {
            services.AddSingleton(database);
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        });

    private async Task<string?> ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
