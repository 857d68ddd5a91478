using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Keeps the apps in use, and asks the source for the others. What an app remembers (circuit, token) lives and goes with it; an app that
/// the source does not know is not remembered, so that made-up AppIDs push nothing out.
/// </summary>
internal sealed class MiniProgramProvider : IMiniProgramProvider, IDisposable
{
    // How much of a full cache is let go at once: to find the least recently used, it looks at every app.
    private const double TrimmedShare = 0.05;

    // WeChat's have 18.
    private const int MaxAppIdLength = 64;

    private readonly IMiniProgramSource source;
    private readonly FoundAppFactory factory;
    private readonly TimeProvider timeProvider;
    private readonly MiniProgramCacheOptions settings;
    private readonly MemoryCache apps;
    private readonly ConcurrentDictionary<string, Lazy<Task<FoundApp>>> searches = new(StringComparer.Ordinal);

    public MiniProgramProvider(
        IMiniProgramSource source, FoundAppFactory factory, IOptions<MiniProgramCacheOptions> options, TimeProvider timeProvider)
    {
        this.source = source;
        this.factory = factory;
        this.timeProvider = timeProvider;
        settings = options.Value;
        apps = new MemoryCache(new MemoryCacheOptions { SizeLimit = settings.Capacity, Clock = TimeProviderClock.For(timeProvider) });
    }

    public ValueTask<IMiniProgram> GetAsync(string appId, CancellationToken cancellationToken = default)
    {
        Guard.NotNullOrEmpty(appId);
        cancellationToken.ThrowIfCancellationRequested();
        return TryGetFresh(appId) is { } app ? new(app) : new(FindAsync(appId, cancellationToken));
    }

    public void Dispose() => apps.Dispose();

    private FoundApp? TryGetFresh(string appId) =>
        apps.TryGetValue(appId, out FoundApp? app) && timeProvider.GetElapsedTime(app!.FoundAt) < settings.CredentialsLifetime ? app : null;

    // A database that passes over spaces, or takes one letter for another, finds an app under any number of made-up AppIDs.
    private static bool CanBeAppId(string text) => text.Length <= MaxAppIdLength && text.All(static character => character is > ' ' and < '\x7F');

    private async Task<IMiniProgram> FindAsync(string appId, CancellationToken cancellationToken)
    {
        if (!CanBeAppId(appId))
        {
            throw new MiniProgramNotFoundException(appId);
        }

        var search = searches.GetOrAdd(appId, id => new(() => UnwatchedTasks.Start(() => SearchAsync(id))));
        return await search.Value.UntilCancelled(cancellationToken).ConfigureAwait(false);
    }

    private async Task<FoundApp> SearchAsync(string appId)
    {
        try
        {
            // The search before this one may have ended after this one's caller had looked.
            return TryGetFresh(appId) ?? Found(appId, await AskSourceAsync(appId).ConfigureAwait(false));
        }
        finally
        {
            searches.TryRemove(appId, out _);
        }
    }

    private async Task<MiniProgramCredentials?> AskSourceAsync(string appId)
    {
        // Without a timer or another source, it holds nothing to dispose of.
        var abandoned = new CancellationTokenSource();
        var search = UnwatchedTasks.Start(() => source.FindAsync(appId, abandoned.Token).AsTask());
        try
        {
            // The wait ends in time even when the source ignores its token, or blocks.
            return await search.WaitAsync(settings.SearchTimeout, timeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!search.IsCompleted)
        {
            abandoned.CancelUnwatched();
            throw new TimeoutException($"IMiniProgramSource did not answer within {settings.SearchTimeout}.");
        }
    }

    private FoundApp Found(string appId, MiniProgramCredentials? credentials)
    {
        if (credentials is null)
        {
            apps.Remove(appId);
            throw new MiniProgramNotFoundException(appId);
        }

        var app = apps.TryGetValue(appId, out FoundApp? known) ? known! : CreateNewcomer(appId);
        app.Renew(factory.Checked(credentials), timeProvider.GetTimestamp());
        apps.Set(appId, app, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = settings.IdleLifetime });
        return app;
    }

    private FoundApp CreateNewcomer(string appId)
    {
        // A full MemoryCache refuses the newcomer: room is made first.
        if (apps.Count is var count && count >= settings.Capacity)
        {
            apps.Compact(Math.Max(TrimmedShare, 1.5 / count));
        }

        return factory.Create(appId);
    }
}
