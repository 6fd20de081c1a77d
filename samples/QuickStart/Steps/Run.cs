using ErpSync;
using QuickStart.Output;

namespace QuickStart.Steps;

/// <summary>Runs the pair and shows what was done.</summary>
internal static class Run
{
    public static async Task<SyncReport> ShowAsync(ISyncEngine engine)
    {
        SyncReport report;
        using (var progress = new ProgressBar())
            report = await engine.RunAsync(new SyncRequest("main"), progress);
        foreach (var kind in report.Kinds)
        {
            Screen.Line($"  {kind.Kind.Name,-16} created {kind.Created}, updated {kind.Updated}, linked {kind.Linked}, open {kind.Open}, red {kind.Red}, failed {kind.Failed}");
            if (kind.Problem is not null)
                Screen.Line($"    {kind.Problem}");
        }

        foreach (var problem in report.Problems.Take(5))
            Screen.Line($"    set aside: {problem}");
        return report;
    }
}
