using System.Buffers;

namespace ErpSync.Http;

/// <summary>A whole body in a rented buffer, which goes back when this is disposed.</summary>
internal sealed class PooledBody : IDisposable
{
    private byte[] _bytes;

    private PooledBody(byte[] bytes) => _bytes = bytes;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>The body as a stream, to be read before this is disposed.</summary>
    public MemoryStream OpenStream() => new(_bytes, 0, Length, writable: false);

    /// <summary>Reads to the end.</summary>
    /// <param name="read">Gives the next bytes; 0 at the end.</param>
    /// <param name="expected">How many bytes are likely to come.</param>
    /// <param name="most">More bytes than this are refused.</param>
    /// <param name="tooLarge">Makes the refusal.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async Task<PooledBody> ReadAsync(Func<Memory<byte>, CancellationToken, ValueTask<int>> read, long expected, long most, Func<ConnectorException> tooLarge, CancellationToken cancellationToken)
    {
        var body = new PooledBody(ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected + 1, 4096, 1024 * 1024)));
        try
        {
            while (await read(body._bytes.AsMemory(body.Length), cancellationToken) is var count and > 0)
            {
                body.Length += count;
                if (body.Length > most)
                    throw tooLarge();
                if (body.Length == body._bytes.Length)
                    body.Grow();
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Length = 0;
        if (Interlocked.Exchange(ref _bytes, []) is { Length: > 0 } bytes)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
