namespace WeChat.MiniProgram.Auth;

/// <summary>Reading with a token, which netstandard2.0 has only in part.</summary>
internal static class HttpContentExtensions
{
    /// <summary>Ends a read that waits for the body. .NET's reads look at their token themselves; those of .NET Framework do not.</summary>
    public static CancellationTokenRegistration CloseWhen(this HttpResponseMessage response, CancellationToken cancellationToken) =>
#if NET
        default;
#else
        cancellationToken.Register(static state => ((IDisposable)state!).Dispose(), response);
#endif

    public static Task<Stream> OpenReadAsync(this HttpContent content, CancellationToken cancellationToken)
    {
#if NET
        return content.ReadAsStreamAsync(cancellationToken);
#else
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
#endif
    }

    public static ValueTask<int> ReadIntoAsync(this Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken)
    {
#if NET
        return stream.ReadAsync(buffer.AsMemory(offset), cancellationToken);
#else
        return new(stream.ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken));
#endif
    }
}
