namespace ErpSync.Passes;

/// <summary>Adds the rate to what is reported: the records of the phase since its first report, over the time since then.</summary>
internal sealed class RatedProgress(IProgress<SyncProgress> target, TimeProvider clock) : IProgress<SyncProgress>
{
    private readonly Lock _lock = new();
    private (EntityKind Kind, SyncPhase Phase)? _phase;
    private long _began;
    private long _doneAtBegin;

    public void Report(SyncProgress value)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (_phase != (value.Kind, value.Phase) || value.Done < _doneAtBegin)
                (_phase, _began, _doneAtBegin) = ((value.Kind, value.Phase), now, value.Done);
            var seconds = clock.GetElapsedTime(_began, now).TotalSeconds;
            target.Report(seconds > 0 ? value with { Rate = (value.Done - _doneAtBegin) / (decimal)seconds } : value);
        }
    }
}
