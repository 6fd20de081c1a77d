using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>Lets several workers run at the same time and holds each of them, at every point that it passes, until chance lets it go on.</summary>
internal sealed class Interleaver(Random random, ManualTime clock)
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _waiting = [];

    public Task PauseAsync()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
            _waiting.Add(turn);
        return turn.Task;
    }

    /// <summary>Drives the workers to their end; something else may happen before each step.</summary>
    public async Task DriveAsync(Task workers, Action meanwhile)
    {
        var patience = new Patience();
        for (var idle = 0; !workers.IsCompleted;)
        {
            if (TakeOne() is { } turn)
            {
                meanwhile();
                turn.SetResult();
                idle = 0;
                continue;
            }

            if (++idle > 200 && clock.PendingTimers > 0)
                clock.Advance(TimeSpan.FromSeconds(1));
            if (idle % 1000 == 999)
                patience.Check("The workers' next point");
            await Task.Yield();
        }

        await workers;
    }

    private TaskCompletionSource? TakeOne()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
                return null;
            var turn = _waiting[random.Next(_waiting.Count)];
            _waiting.Remove(turn);
            return turn;
        }
    }
}
