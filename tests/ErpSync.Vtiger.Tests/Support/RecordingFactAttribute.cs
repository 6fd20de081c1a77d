using ErpSync.Testing;

namespace ErpSync.Vtiger.Tests;

/// <summary>A test that reads recordings; skipped, visibly, on a machine that has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordingFactAttribute : FactAttribute
{
    public RecordingFactAttribute()
    {
        if (RecordingFolder.Of("vtiger").Count == 0)
            Skip = "There are no recordings of vtiger on this machine.";
    }
}
