using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.WooCommerce;

/// <summary>A theory over recordings; skipped visibly on a machine without any.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WooRecordedTheoryAttribute : TheoryAttribute
{
    public WooRecordedTheoryAttribute()
    {
        if (RecordingFolder.Of("woocommerce").Count == 0)
            Skip = "There are no recordings of WooCommerce on this machine.";
    }
}
