using ErpSync.Testing;

namespace ErpSync.WooCommerce.Tests;

/// <summary>A test that reads recordings; skipped, visibly, on a machine that has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordingFactAttribute : FactAttribute
{
    public RecordingFactAttribute()
    {
        if (RecordingFolder.Of("woocommerce").Count == 0)
            Skip = "There are no recordings of WooCommerce on this machine.";
    }
}
