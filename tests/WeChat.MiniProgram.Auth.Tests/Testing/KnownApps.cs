using System.Collections.Concurrent;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A host's source of mini programs, in memory; it counts how often each is asked for.</summary>
internal sealed class KnownApps : IMiniProgramSource
{
    private readonly ConcurrentDictionary<string, MiniProgramCredentials?> apps = new();
    private readonly ConcurrentQueue<string> asked = new();

    /// <summary>What comes before each answer.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the last question came with.</summary>
    public CancellationToken LastToken { get; private set; }

    public MiniProgramCredentials? this[string appId]
    {
        set => apps[appId] = value;
    }

    public int AskedFor(string appId) => asked.Count(id => id == appId);

    public async ValueTask<MiniProgramCredentials?> FindAsync(string appId, CancellationToken cancellationToken = default)
    {
        LastToken = cancellationToken;
        asked.Enqueue(appId);
        await Before(appId);
        return apps.GetValueOrDefault(appId);
    }
}
