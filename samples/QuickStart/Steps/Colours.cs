using ErpSync;
using QuickStart.Output;

namespace QuickStart.Steps;

/// <summary>Shows the colours of all records: counts per kind, and a few examples of each sort.</summary>
internal static class Colours
{
    private const int Examples = 6;

    public static async Task ShowAsync(ISyncEngine engine, bool explain = false)
    {
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new List<(LinkColour Colour, string Text)>();
        using (var progress = new ProgressBar())
        {
            await foreach (var view in engine.InspectAsync(Catalogue.Request, progress))
            {
                if (!counts.TryGetValue(view.Kind.Name, out var count))
                    counts[view.Kind.Name] = count = new int[3];
                count[(int)view.Colour]++;
                if (view.Colour != LinkColour.Green && IsWorthShowing(view, shown, explain))
                    lines.AddRange(Describe(view).Select(text => (view.Colour, text)));
            }
        }

        Screen.Line($"{"",-18}{"green",8}{"orange",8}{"red",8}");
        foreach (var (kind, count) in counts)
            Screen.Line($"{kind,-18}{count[0],8}{count[1],8}{count[2],8}");
        if (lines.Count > 0)
            Screen.Line(explain ? "What is not green, and why:" : "Examples:");
        foreach (var (colour, text) in lines)
            Screen.Coloured(colour, text);
    }

    /// <summary>A few of each sort: the first words of the reason tell the sorts apart.</summary>
    private static bool IsWorthShowing(RecordView view, Dictionary<string, int> shown, bool explain)
    {
        var sort = $"{view.Kind.Name}/{view.Colour}/{view.IsAmbiguous}/{string.Join(' ', view.Reason.Split(' ').Take(3))}";
        shown[sort] = shown.GetValueOrDefault(sort) + 1;
        return shown[sort] <= (explain ? Examples : 2);
    }

    private static IEnumerable<string> Describe(RecordView view)
    {
        var ids = $"shop {view.FirstId?.Value ?? "-"}, erp {view.SecondId?.Value ?? "-"}";
        yield return $"  {view.Colour.ToString().ToLowerInvariant(),-7}{view.Kind.Name} {Screen.Short(view.Label)} ({ids}): {view.Reason}";
        foreach (var difference in view.Differences.Take(3))
        {
            var where = difference.ChangedAt.Count == 0 ? "" : $" (changed in {difference.ChangedAt})";
            yield return $"           {difference.Field}{where}: shop {Screen.Short(difference.First)} | erp {Screen.Short(difference.Second)}";
        }

        if (view.IsAmbiguous)
            yield return $"           candidates: {string.Join(", ", view.Candidates)}";
    }
}
