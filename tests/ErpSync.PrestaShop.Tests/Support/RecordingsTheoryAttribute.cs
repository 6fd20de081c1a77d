using ErpSync.Testing;

namespace ErpSync.PrestaShop.Tests;

/// <summary>A theory that reads recordings; skipped where there are none.</summary>
internal sealed class RecordingsTheoryAttribute : TheoryAttribute
{
    public RecordingsTheoryAttribute()
    {
        if (RecordingFolder.Of("prestashop").Count == 0)
            Skip = "There are no recordings of PrestaShop on this machine.";
    }
}
