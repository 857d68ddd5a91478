using Microsoft.Extensions.Internal;

namespace WeChat.MiniProgram.Auth;

/// <summary>Lets a <c>MemoryCache</c>, which is older than <see cref="TimeProvider"/>, tell the host's time.</summary>
internal sealed class TimeProviderClock(TimeProvider timeProvider) : ISystemClock
{
    public DateTimeOffset UtcNow => timeProvider.GetUtcNow();
}
