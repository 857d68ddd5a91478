namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A stream of unknown length, so that an answer made of it has no Content-Length.</summary>
internal sealed class UnseekableStream(Stream inner) : ForwardOnlyStream
{
    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
}
