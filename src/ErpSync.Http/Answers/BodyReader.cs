using System.Buffers;

namespace ErpSync.Http;

/// <summary>
/// The bytes of one answer's body: first what was looked at as opening, then the rest from the network, each read with its own time limit.
/// Faults of the network become problems of the answer.
/// </summary>
internal sealed class BodyReader(Stream stream, AnswerOrigin origin, TimeSpan readTimeout, TimeProvider time) : IDisposable
{
    public const int SuccessOpening = 4 * 1024;
    public const int LargestOpening = 64 * 1024;

    private readonly CancellationTokenSource _limit = new(readTimeout, time);
    private byte[] _opening = ArrayPool<byte>.Shared.Rent(SuccessOpening);
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>What was looked at and not yet read.</summary>
    public ReadOnlyMemory<byte> Opening => _opening.AsMemory(_start, _end - _start);

    /// <summary>True when <see cref="Opening"/> holds the whole body.</summary>
    public bool IsWholeBody => _atEnd;

    /// <summary>Looks at up to <paramref name="size"/> bytes, at the body's end fewer.</summary>
    public async ValueTask LookAsync(int size, CancellationToken cancellationToken)
    {
        if (_opening.Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(size);
            _opening.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_opening);
            _opening = larger;
        }

        while (_end < size && !_atEnd)
        {
            var read = await ReadNetworkAsync(_opening.AsMemory(_end, size - _end), cancellationToken);
            _atEnd = read == 0;
            _end += read;
        }
    }

    /// <summary>Leaves out the first bytes of the opening.</summary>
    public void Skip(int count) => _start += count;

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_start < _end)
        {
            var count = Math.Min(buffer.Length, _end - _start);
            _opening.AsSpan(_start, count).CopyTo(buffer.Span);
            _start += count;
            return count;
        }

        return _atEnd ? 0 : await ReadNetworkAsync(buffer, cancellationToken);
    }

    public void Dispose()
    {
        stream.Dispose();
        _limit.Dispose();
        var opening = Interlocked.Exchange(ref _opening, []);
        _start = _end = 0;
        if (opening.Length > 0)
            ArrayPool<byte>.Shared.Return(opening);
    }

    private async ValueTask<int> ReadNetworkAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _limit.CancelAfter(readTimeout);
        using var registration = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), _limit);
        try
        {
            var read = await stream.ReadAsync(buffer, _limit.Token);
            _limit.CancelAfter(Timeout.InfiniteTimeSpan);
            return read;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (_limit.IsCancellationRequested)
        {
            throw origin.Exception(ProblemKind.Unavailable, HttpProblemCodes.TimedOut, $"The body stopped coming for {readTimeout.TotalSeconds:0.#} s.");
        }
        catch (HttpIOException fault) when (fault.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            throw origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.TruncatedBody, "The connection ended before the body did.", cause: fault);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException)
        {
            throw origin.Exception(ProblemKind.Unavailable, HttpProblemCodes.ConnectionBroken, "The connection broke while the body was read.", cause: fault);
        }
    }
}
