namespace Apprentices.Tests.Features.ProgressLog.Files;

/// <summary>A stream of any length that is made up as it is read, and says how much of it was.</summary>
public sealed class EndlessStream(byte[] head, long length) : Stream
{
    public long BytesRead { get; private set; }

    /// <summary>Where the connection breaks.</summary>
    public long? BreaksAt { get; init; }

    /// <summary>Where whoever sends it gives up.</summary>
    public (long At, CancellationTokenSource By)? StopsAt { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (BytesRead >= BreaksAt)
        {
            throw new IOException("The connection is gone.");
        }

        if (StopsAt is { } stop && BytesRead >= stop.At)
        {
            stop.By.Cancel();
        }

        cancellationToken.ThrowIfCancellationRequested();
        var some = (int)Math.Min(buffer.Length, length - BytesRead);
        for (var at = 0; at < some; at++)
        {
            buffer.Span[at] = BytesRead + at < head.Length ? head[BytesRead + at] : (byte)0;
        }

        BytesRead += some;
        return ValueTask.FromResult(some);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
