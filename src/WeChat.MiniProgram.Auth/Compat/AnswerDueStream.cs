#if NET
using System.Runtime.CompilerServices;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// A connection that may not just end while an answer is due. A SocketsHttpHandler sends a request without a body again, up to three
/// times, when the connection ends before the first byte of the answer, and its caller never knows; a code is spent by then. An end that
/// is an error goes to the caller, who knows what may be sent again.
/// </summary>
internal sealed class AnswerDueStream(Stream connection) : Stream
{
    private volatile bool isAnswerDue;

    public override bool CanRead => connection.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => connection.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => connection.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => Checked(connection.Read(buffer, offset, count), count);

    public override int Read(Span<byte> buffer) => Checked(connection.Read(buffer), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Checked(await connection.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        isAnswerDue = true;
        connection.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        isAnswerDue = true;
        return connection.WriteAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>A read into no room ends when there is something to read, or when there never will be: it tells nothing.</summary>
    private int Checked(int read, int room)
    {
        if (read == 0 && room > 0 && isAnswerDue)
        {
            throw new IOException("The connection ended before an answer.");
        }

        if (read > 0)
        {
            isAnswerDue = false;
        }

        return read;
    }
}
#endif
