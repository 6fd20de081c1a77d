using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>A theory over recordings; skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordingTheoryAttribute : TheoryAttribute
{
    public RecordingTheoryAttribute()
    {
        if (RecordingFolder.Of("prestashop").Count == 0)
            Skip = $"There are no PrestaShop recordings; set {RecordingFolder.Variable} to their folder.";
    }
}
