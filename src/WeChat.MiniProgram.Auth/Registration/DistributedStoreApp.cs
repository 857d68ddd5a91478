namespace WeChat.MiniProgram.Auth;

/// <summary>An app whose session_keys are in the host's distributed cache.</summary>
internal sealed record DistributedStoreApp(string Name);
