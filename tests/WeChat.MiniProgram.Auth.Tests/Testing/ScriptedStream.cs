namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A body whose reading goes as the test says; by itself it ends at once.</summary>
internal sealed class ScriptedStream(Func<CancellationToken, Task> onRead) : ForwardOnlyStream
{
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        await onRead(cancellationToken);
        return 0;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await onRead(cancellationToken);
        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
