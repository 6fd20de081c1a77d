namespace ErpSync;

/// <summary>A lease that this process holds. It is renewed in time, and its remaining time is measured by the clock on the wall and by the one that cannot be put back: the shorter counts.</summary>
internal sealed class HeldLease(ISyncStore store, TimeProvider clock, Lease lease, long takenAt) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _renewedAt = takenAt;
    private TimeSpan _duration = RunLeases.Duration;
    private Lease _lease = lease;
    private bool _lost;

    public Lease Lease => _lease;

    private TimeSpan Remaining
    {
        get
        {
            var byWall = _lease.Until - clock.GetUtcNow();
            var bySpan = _duration - clock.GetElapsedTime(_renewedAt);
            return byWall < bySpan ? byWall : bySpan;
        }
    }

    /// <summary>Returns when the lease lasts for a span at least, renewing it when less than half of it is left.</summary>
    /// <exception cref="LeaseLostException">It has passed to another holder.</exception>
    public async ValueTask EnsureAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_lost && Remaining > span && Remaining > RunLeases.Duration / 2)
                return;
            for (var tries = 0; !_lost && tries < 2; tries++)
            {
                await RenewAsync(span, cancellationToken);
                if (!_lost && Remaining > span)
                    return;
            }

            throw new LeaseLostException(LeaseProblems.Lost(_lease));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives the lease back. Where the store cannot be reached it runs out by itself.</summary>
    public async Task ReleaseAsync()
    {
        try
        {
            await store.ReleaseLeaseAsync(_lease, CancellationToken.None);
        }
        catch (StoreException)
        {
            _lost = true;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RenewAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        var wanted = span * 2 > RunLeases.Duration ? span * 2 : RunLeases.Duration;
        var (now, timestamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        var renewed = await store.TryTakeLeaseAsync(_lease.Name, _lease.Holder, now, wanted, cancellationToken);
        if (renewed is null || renewed.FencingToken != _lease.FencingToken)
        {
            _lost = true;
            if (renewed is not null)
                await store.ReleaseLeaseAsync(renewed, CancellationToken.None); // free again, and taken anew by mistake: somebody else had it meanwhile
            return;
        }

        (_lease, _duration, _renewedAt) = (renewed, wanted, timestamp);
    }
}
