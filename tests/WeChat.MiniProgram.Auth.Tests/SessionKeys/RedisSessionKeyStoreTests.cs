using System.Text;
using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The contract over a real Redis, and what that Redis has and shows of a user.</summary>
public sealed class RedisSessionKeyStoreTests : SharedServerContract
{
    private const string SecretText = "tiihtNczf5v6AKRyjwEUhQ==";

    private string configuration = null!;
    private ConnectionMultiplexer redis = null!;

    private protected override string Configuration => configuration;

    private IDatabase Engine => redis.GetDatabase();

    [OneTimeSetUp]
    public async Task ConnectAsync()
    {
        configuration = RedisUnderTest.Configuration();
        redis = await ConnectionMultiplexer.ConnectAsync(configuration);
    }

    [OneTimeTearDown]
    public async Task DisconnectAsync()
    {
        if (redis is not null)
        {
            await Engine.KeyDeleteAsync([.. Names().Select(name => new RedisKey(name))]);
            await redis.DisposeAsync();
        }
    }

    [Test]
    public async Task AddAsync_Entry_ShowsNeitherAppNorUserNorKey()
    {
        var before = Names();
        await Store.AddAsync(User, new(SecretText));
        await Store.AddAsync(User, new(SecretText.ToLowerInvariant()));

        var name = Names().Except(before).Single();
        var fields = await Engine.HashGetAllAsync(name);
        var shown = name + string.Concat(fields.Select(field => $"{field.Name} {Encoding.Latin1.GetString((byte[])field.Value!)}"));
        var secret = Encoding.Latin1.GetString(Convert.FromBase64String(SecretText));
        Assert.That(shown, Has.Length.GreaterThan(100));
        Assert.That(shown, Does.Not.Contain(User.AppId).And.Not.Contain(User.OpenId).IgnoreCase);
        Assert.That(shown, Does.Not.Contain(SecretText[..8]).IgnoreCase.And.Not.Contain(secret[..6]));
    }

    [Test]
    public async Task AddAsync_Entry_HasTheLifetimeInTheEngine()
    {
        var before = Names();
        await Store.AddAsync(User, A);

        var left = await Engine.KeyTimeToLiveAsync(Names().Except(before).Single());
        Assert.That(left, Is.InRange(TimeSpan.FromMinutes(58), TimeSpan.FromHours(1)));
    }

    [Test]
    public async Task AddAsync_LifetimeOver_LeavesNothingInTheEngine()
    {
        using var app = Host(options => options.SessionKeyLifetime = TimeSpan.FromSeconds(1), new EphemeralDataProtectionProvider());
        var before = Names();
        await app.SessionKeys.AddAsync(User with { OpenId = "oGone" }, A);

        var waits = 0;
        while (Names().Except(before).Any() && waits++ < 400)
            await Task.Delay(50);

        Assert.That(Names().Except(before), Is.Empty);
    }

    [Test]
    public async Task LogoutAsync_User_LeavesNothingInTheEngine()
    {
        using var app = Host(_ => { }, new EphemeralDataProtectionProvider());
        var user = User with { OpenId = "oLeaving" };
        var before = Names();
        await app.SessionKeys.AddAsync(user, A);
        var name = Names().Except(before).Single();
        Assert.That(await Engine.KeyExistsAsync(name), Is.True);

        await app.Login.LogoutAsync(user.OpenId);

        Assert.That(await Engine.KeyExistsAsync(name), Is.False);
    }

    /// <summary>Those of this run alone; Redis leaves out what has expired.</summary>
    private List<string> Names() => [.. redis.GetServers()[0].Keys(Engine.Database, Prefix + "*").Select(name => name.ToString())];
}
