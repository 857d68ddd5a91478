namespace LoginApi.Development;

/// <summary>One request and its answer, masked. A status of 0: no answer came.</summary>
internal sealed record Exchange(
    DateTimeOffset At, string From, string To, string Method, string Path, int Status, int Milliseconds, string Body);
