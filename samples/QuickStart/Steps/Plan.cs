using ErpSync;
using QuickStart.Output;

namespace QuickStart.Steps;

/// <summary>Shows what a run would do.</summary>
internal static class Plan
{
    private const int Examples = 2;

    /// <returns>How many entries would write.</returns>
    public static async Task<PlanTotals> ShowAsync(ISyncEngine engine)
    {
        var totals = new PlanTotals();
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var progress = new ProgressBar())
        {
            await foreach (var entry in engine.PlanAsync(Catalogue.Request, progress))
            {
                totals.Add(entry);
                var sort = $"{entry.Kind.Name} {entry.Action} {entry.Target}";
                shown[sort] = shown.GetValueOrDefault(sort) + 1;
                if (entry.Action == PlanAction.Brake)
                    totals.Examples.Add($"  {entry.Reason}");
                if (shown[sort] <= Examples && entry.Action is PlanAction.Create or PlanAction.Update)
                    totals.Examples.AddRange(Describe(entry));
            }
        }

        foreach (var (sort, count) in shown.OrderBy(x => x.Key, StringComparer.Ordinal))
            Screen.Line($"  {sort.ToLowerInvariant(),-34}{count,7}");
        Screen.Line("Examples:");
        foreach (var line in totals.Examples)
            Screen.Line(line);
        return totals;
    }

    private static IEnumerable<string> Describe(PlanEntry entry)
    {
        yield return $"  {entry.Action.ToString().ToLowerInvariant()} {entry.Kind.Name} {Screen.Short(entry.Label)} in {entry.Target}: {entry.Reason}";
        foreach (var change in entry.Changes.Take(4))
            yield return change.From is null
                ? $"      {change.Field} = {Screen.Short(change.To)}"
                : $"      {change.Field}: {Screen.Short(change.From)} -> {Screen.Short(change.To)}";
    }
}
