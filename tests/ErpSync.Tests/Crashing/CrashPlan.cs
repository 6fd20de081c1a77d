using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>Numbers every point at which a process can die, and lets it die at one of them. A dead process does nothing more: every later point throws too.</summary>
internal sealed class CrashPlan(int? at)
{
    private readonly Lock _lock = new();

    public int Points { get; private set; }

    /// <summary>The name of the point at which the process died, for example <c>after store.CommitAsync</c>.</summary>
    public string? DiedAt { get; private set; }

    public void Pass(string name)
    {
        lock (_lock)
        {
            if (DiedAt is null && Points++ == at)
                DiedAt = name;
            if (DiedAt is not null)
                throw new SimulatedCrashException(DiedAt);
        }
    }
}
