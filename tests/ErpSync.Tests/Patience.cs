namespace ErpSync.Tests;

/// <summary>No test waits without an end: what does not come about within minutes on any machine never will, and fails by name instead of holding up the others.</summary>
internal sealed class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly long _start = TimeProvider.System.GetTimestamp();

    /// <summary>Throws when a loop has gone on for too long.</summary>
    public void Check(string awaited)
    {
        if (TimeProvider.System.GetElapsedTime(_start) > Limit)
            throw new TimeoutException($"{awaited} did not come about within {Limit.TotalMinutes:0} minutes.");
    }

    /// <summary>The task, or a time-out.</summary>
    public static Task For(Task task) => task.WaitAsync(Limit, TimeProvider.System);

    /// <summary>The task, or a time-out.</summary>
    public static Task<T> For<T>(Task<T> task) => task.WaitAsync(Limit, TimeProvider.System);
}
