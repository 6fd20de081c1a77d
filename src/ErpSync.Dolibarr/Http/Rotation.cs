namespace ErpSync.Dolibarr;

/// <summary>Takes the next few of a set of ids, in order and round and round.</summary>
internal static class Rotation
{
    private const string Next = "next";

    /// <summary>The ids behind the last one taken; from the beginning when the end is reached. Each at most once per call.</summary>
    public static async Task<IReadOnlyList<long>> NextAsync(ISweepMemory memory, IEnumerable<long> ids, int count, CancellationToken cancellationToken)
    {
        var last = long.TryParse(await memory.GetAsync(Next, cancellationToken), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0;
        var sorted = ids.Distinct().Order().ToList();
        List<long> taken = [.. sorted.Where(item => item > last).Concat(sorted.Where(item => item <= last)).Take(count)];
        if (taken.Count > 0)
            memory.Set(Next, JsonValues.Invariant(taken[^1]));
        return taken;
    }
}
