namespace ErpSync.Http.Tests.Support;

/// <summary>Gives one chunk per read, as a network does; at the end a fault, a hang, or the end.</summary>
internal sealed class ChunkedStream(IEnumerable<byte[]> chunks, Exception? fault = null, TimeProvider? hangsOn = null) : MemoryStream
{
    private readonly Queue<ReadOnlyMemory<byte>> _chunks = new(chunks.Where(chunk => chunk.Length > 0).Select(chunk => new ReadOnlyMemory<byte>(chunk)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_chunks.TryDequeue(out var chunk))
        {
            var count = Math.Min(buffer.Length, chunk.Length);
            chunk[..count].CopyTo(buffer);
            if (count < chunk.Length)
                PutBack(chunk[count..]);
            return count;
        }

        if (hangsOn is not null)
            await Task.Delay(Timeout.InfiniteTimeSpan, hangsOn, cancellationToken);
        return fault is null ? 0 : throw fault;
    }

    private void PutBack(ReadOnlyMemory<byte> rest)
    {
        var others = _chunks.ToArray();
        _chunks.Clear();
        _chunks.Enqueue(rest);
        foreach (var other in others)
            _chunks.Enqueue(other);
    }
}
