namespace WeChat.MiniProgram.Auth;

/// <summary>Reading with a token, which netstandard2.0 has only in part.</summary>
internal static class HttpContentExtensions
{
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
