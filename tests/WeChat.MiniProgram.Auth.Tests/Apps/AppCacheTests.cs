using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static WeChat.MiniProgram.Auth.Tests.Testing.ManyApps;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>How many apps are kept, and how long.</summary>
public sealed class AppCacheTests
{
    [Test]
    public async Task GetAsync_MoreAppsThanTheCapacity_LetsTheLeastRecentlyUsedGo()
    {
        const int Capacity = 10;
        using var apps = new ManyApps(cache: cache => cache.Capacity = Capacity);
        var first = new List<IMiniProgram>();
        for (var i = 0; i < 3 * Capacity; i++)
        {
            apps.Source[$"wx{i}"] = new("secret-of-any-app");
            first.Add(await apps.GetAsync($"wx{i}"));
            apps.Time.Advance(TimeSpan.FromSeconds(1));
        }

        for (var i = (3 * Capacity) - 1; i >= 0; i--)
        {
            Assert.That(await apps.GetAsync($"wx{i}") == first[i], Is.EqualTo(i >= 2 * Capacity), $"wx{i}");
        }
    }

    [Test]
    public async Task GetAsync_AppInUse_IsKeptWhileOthersComeAndGo()
    {
        using var apps = new ManyApps(cache: cache => cache.Capacity = 10);
        var inUse = await apps.GetAsync(A);
        for (var i = 0; i < 100; i++)
        {
            apps.Source[$"wx{i}"] = new("secret-of-any-app");
            await apps.GetAsync($"wx{i}");
            apps.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.That(await apps.GetAsync(A), Is.SameAs(inUse));
        }
    }

    [Test]
    public async Task GetAsync_IdleApp_IsLetGo()
    {
        using var apps = new ManyApps();
        var idle = await apps.GetAsync(A);
        for (var i = 0; i < 4; i++)
        {
            apps.Time.Advance(TimeSpan.FromMinutes(29));
            Assert.That(await apps.GetAsync(A), Is.SameAs(idle));
        }

        apps.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.That(await apps.GetAsync(A), Is.Not.SameAs(idle));
    }

    [Test]
    public async Task GetAsync_IdleApp_IsFreedWithItsServices()
    {
        using var apps = new ManyApps();
        var idle = await WeakReferenceToAsync(apps, A);
        apps.Time.Advance(TimeSpan.FromMinutes(31));

        await Eventually.IsTrueAsync(async () =>
        {
            await apps.GetAsync(B);
            apps.Time.Advance(TimeSpan.FromMinutes(2));
            GC.Collect();
            return !idle.IsAlive;
        });
    }

    [TestCase("Capacity", 0)]
    [TestCase("CredentialsLifetime", 0.0)]
    [TestCase("CredentialsLifetime", 86_400_001.0)]
    [TestCase("IdleLifetime", -1.0)]
    [TestCase("IdleLifetime", 86_400_001.0)]
    [TestCase("SearchTimeout", 0.0)]
    [TestCase("SearchTimeout", 86_400_001.0)]
    public void Start_BadCacheOption_NamesIt(string option, object value)
    {
        using var apps = new ManyApps(cache: cache => typeof(MiniProgramCacheOptions).GetProperty(option)!
            .SetValue(cache, value is double milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : value));

        var exception = Assert.Throws<OptionsValidationException>(() => apps.Services.GetRequiredService<IStartupValidator>().Validate())!;

        Assert.That(exception.Message, Does.Contain($"MiniProgramCacheOptions.{option} is"));
    }

    [Test]
    public void Defaults_AreTheDocumentedOnes()
    {
        var options = new MiniProgramCacheOptions();

        Assert.That((options.Capacity, options.CredentialsLifetime, options.IdleLifetime, options.SearchTimeout),
            Is.EqualTo((10_000, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(10))));
    }

    private static async Task<WeakReference> WeakReferenceToAsync(ManyApps apps, string appId)
    {
        var app = await apps.GetAsync(appId);
        await app.Login.LoginAsync(Answers.Code);
        return new(app);
    }
}
