using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>A fact about recordings; skipped visibly on a machine without any.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordedFactAttribute : FactAttribute
{
    public RecordedFactAttribute()
    {
        if (RecordingFolder.Of("dolibarr").Count == 0)
            Skip = "There are no recordings of Dolibarr on this machine.";
    }
}
