using Microsoft.Extensions.Internal;

namespace WeChat.MiniProgram.Auth;

/// <summary>Lets a <c>MemoryCache</c>, which is older than <see cref="TimeProvider"/>, tell the host's time.</summary>
internal sealed class TimeProviderClock(TimeProvider timeProvider) : ISystemClock
{
    /// <summary><see langword="null"/> for the system's time, which the cache tells by itself and faster.</summary>
    public static ISystemClock? For(TimeProvider timeProvider) =>
        timeProvider == TimeProvider.System ? null : new TimeProviderClock(timeProvider);

    public DateTimeOffset UtcNow => timeProvider.GetUtcNow();
}
