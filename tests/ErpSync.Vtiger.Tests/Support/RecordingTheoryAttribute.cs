using ErpSync.Testing;

namespace ErpSync.Vtiger.Tests;

/// <summary>A theory over recordings; skipped, visibly, on a machine that has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordingTheoryAttribute : TheoryAttribute
{
    public RecordingTheoryAttribute()
    {
        if (RecordingFolder.Of("vtiger").Count == 0)
            Skip = "There are no recordings of vtiger on this machine.";
    }
}
