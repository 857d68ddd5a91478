namespace WeChat.MiniProgram.Auth;

/// <summary>An app whose session_keys are in the host's distributed cache, unless the host registers another store after all.</summary>
internal sealed record DistributedStoreApp(string Name, Func<bool> IsStillThere);
