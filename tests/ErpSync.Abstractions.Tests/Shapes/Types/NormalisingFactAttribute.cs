namespace ErpSync.Abstractions.Tests.Shapes.Types;

/// <summary>A test that needs Unicode normalisation, which the runtime leaves out when it runs with invariant globalization; skipped, visibly, there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NormalisingFactAttribute : FactAttribute
{
    public NormalisingFactAttribute()
    {
        if (!string.Equals("e\u0301".Normalize(), "\u00e9", StringComparison.Ordinal))
            Skip = "This process runs with invariant globalization, where text is not normalised.";
    }
}
