namespace WeChat.MiniProgram.Auth;

/// <summary>How one attempt to ask WeChat went wrong, told apart by whether and where it may be tried again.</summary>
internal enum AttemptFailure
{
    /// <summary>WeChat never saw the request: try the other host, or this one again.</summary>
    NotConnected,

    /// <summary>WeChat may have acted on the request: try the same host once more.</summary>
    Ambiguous,

    /// <summary>WeChat could not answer just now: try the same host again.</summary>
    Transient,

    /// <summary>Something else than WeChat's API answered: do not try again.</summary>
    Final,

    /// <summary>The host has failed too often of late, and no request was sent.</summary>
    CircuitOpen,
}
