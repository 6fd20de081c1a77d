namespace ErpSync.Http;

/// <summary>Lets through as many requests at a time, and as many per second, as the connection allows; waits out what the system asked all callers to wait.</summary>
internal sealed class RequestGate(int maxConcurrency, decimal? requestsPerSecond, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(maxConcurrency, maxConcurrency);
    private readonly TimeSpan _spacing = requestsPerSecond is { } rate ? TimeSpan.FromTicks((long)(TimeSpan.TicksPerSecond / rate)) : TimeSpan.Zero;
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next = TimeSpan.Zero;

    /// <summary>Waits for a free place and for the next slot. Disposing the result gives the place back.</summary>
    public async ValueTask<Place> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var wait = TakeSlot();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            return new Place(_places);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Nothing starts before this much time has passed.</summary>
    public void Pause(TimeSpan duration)
    {
        var until = time.GetElapsedTime(_start) + duration;
        lock (_gate)
            _next = until > _next ? until : _next;
    }

    public void Dispose() => _places.Dispose();

    private TimeSpan TakeSlot()
    {
        var now = time.GetElapsedTime(_start);
        lock (_gate)
        {
            var slot = _next > now ? _next : now;
            _next = slot + _spacing;
            return slot - now;
        }
    }

    internal readonly struct Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
