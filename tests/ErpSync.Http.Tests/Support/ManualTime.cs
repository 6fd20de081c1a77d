namespace ErpSync.Http.Tests.Support;

/// <summary>A clock that moves only when told, and fires what falls due on the way.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private TaskCompletionSource _changed = NewSignal();
    private DateTimeOffset _now = new(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextDue() is { } due && due.At <= end)
            Fire(due);
        lock (_gate)
            _now = end;
    }

    /// <summary>Lets a task run to its end, firing only timers that fall due within <paramref name="within"/>: waits pass, longer time-outs do not strike.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task, TimeSpan? within = null)
    {
        await DriveAsync((Task)task, within);
        return await task;
    }

    /// <summary>The same for a task without a result; its fault is thrown.</summary>
    public async Task DriveAsync(Task task, TimeSpan? within = null)
    {
        while (!task.IsCompleted)
        {
            Task changed;
            lock (_gate)
                changed = _changed.Task;
            if (NextDue() is { } due && due.At <= GetUtcNow() + (within ?? TimeSpan.FromSeconds(90)))
                Fire(due);
            else
                await Task.WhenAny(task, changed);
        }

        await task;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private (ManualTimer Timer, DateTimeOffset At)? NextDue()
    {
        lock (_gate)
            return _timers.Count == 0 ? null : _timers.Select(timer => (timer, timer.Due)).MinBy(entry => entry.Due);
    }

    private void Fire((ManualTimer Timer, DateTimeOffset At) due)
    {
        lock (_gate)
        {
            if (!_timers.Remove(due.Timer))
                return;
            _now = due.At > _now ? due.At : _now;
        }

        due.Timer.Fire();
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            TaskCompletionSource changed;
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time._now + dueTime;
                    time._timers.Add(this);
                }

                changed = time._changed;
                time._changed = NewSignal();
            }

            changed.TrySetResult();
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
