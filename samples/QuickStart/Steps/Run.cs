using ErpSync;
using QuickStart.Output;

namespace QuickStart.Steps;

/// <summary>Runs the pair and shows what was done.</summary>
internal static class Run
{
    /// <param name="engine">The engine.</param>
    /// <param name="confirmed">Mass changes that the plan showed and that are meant; null for none.</param>
    public static async Task<SyncReport> ShowAsync(ISyncEngine engine, IReadOnlyCollection<MassChangeConfirmation>? confirmed = null)
    {
        foreach (var word in confirmed ?? [])
            Screen.Line($"  Confirmed, as the plan shows it and the brake asks: up to {word.Count} {word.Kind.Name} records {word.Change.ToString().ToLowerInvariant()}.");
        SyncReport report;
        using (var progress = new ProgressBar())
            report = await engine.RunAsync(Catalogue.Request with { Confirmed = confirmed ?? [] }, progress);
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
