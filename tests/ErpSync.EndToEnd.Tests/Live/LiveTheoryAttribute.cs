namespace ErpSync.EndToEnd.Tests.Live;

/// <summary>A theory that runs when the environment names a live server, and is skipped with the reason otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LiveTheoryAttribute : TheoryAttribute
{
    public LiveTheoryAttribute(params string[] variables)
    {
        var missing = variables.Where(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))).ToList();
        if (missing.Count > 0)
            Skip = $"No live server: set {string.Join(" and ", missing)}.";
    }
}
