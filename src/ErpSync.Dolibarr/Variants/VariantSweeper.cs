namespace ErpSync.Dolibarr;

/// <summary>Sweeps the combinations of parents in rotation, one request per parent: changed features and renamed options bump no date.</summary>
internal sealed class VariantSweeper(DolibarrSession session) : ISweeper<ProductVariant>
{
    private int? _round;

    public int? RequestsPerRound => _round;

    public static string Key(long parent) => $"parent:{JsonValues.Invariant(parent)}";

    public static string Print(IReadOnlyList<CombinationRow> combinations, AttributeBook attributes) =>
        Prints.Of([.. combinations.Select(row => $"{row.Print}/{VariantOptionsField.Key(attributes.Options(row.Features))}").Order(StringComparer.Ordinal)]);

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.PeekAsync(cancellationToken);
        _round = ids.Parents.Count;
        if (ids.Parents.Count == 0)
            return [];
        var attributes = await run.Attributes.GetAsync(cancellationToken);
        var named = new List<RemoteId>();
        foreach (var parent in await Rotation.NextAsync(memory, ids.Parents, requests, cancellationToken))
        {
            var combinations = await run.Combinations.ReadAsync(parent, cancellationToken);
            var print = Print(combinations, attributes);
            var old = await memory.GetAsync(Key(parent), cancellationToken) ?? run.Known[Key(parent)];
            memory.Set(Key(parent), print);
            run.Known[Key(parent)] = null;
            if (!string.Equals(old, print, StringComparison.Ordinal))
                named.AddRange(combinations.Select(row => RemoteId.From(row.ChildId)));
        }

        return named;
    }
}
