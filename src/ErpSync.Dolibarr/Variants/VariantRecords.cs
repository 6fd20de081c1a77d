using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Makes variants of rows: finds the parent and options of each, the cheapest way.</summary>
internal static class VariantRecords
{
    /// <summary>Learns the combinations of some children: one request per parent, and one per child whose parent is not known.</summary>
    public static async Task LearnAsync(DolibarrRun run, ProductIds ids, IReadOnlyCollection<long> variants, CancellationToken cancellationToken)
    {
        var open = variants.Where(id => ids.Children.Contains(id) && run.Combinations.OfChild(id) is null).ToList();
        if (open.Count >= ids.Parents.Count)
        {
            foreach (var parent in ids.Parents)
                await run.Combinations.OfParentAsync(parent, cancellationToken);
            return;
        }

        foreach (var child in open)
        {
            if (run.Combinations.OfChild(child) is null && (await run.Rows.OneAsync(child, cancellationToken))?.ParentId is { } parent)
                await run.Combinations.OfParentAsync(parent, cancellationToken);
        }
    }

    /// <summary>The variant of a row, or why it is none; null for a product.</summary>
    public static ReadResult<ProductVariant>? Result(JsonItem<ProductRow> item, DolibarrRun run, ProductIds ids, AttributeBook? attributes)
    {
        if (item.Value is not { } row)
            return ReadResult<ProductVariant>.Bad(item.Problem! with { EntityKind = ProductVariant.Kind });
        if (ids.Children.Contains(row.Id))
        {
            var combination = run.Combinations.OfChild(row.Id);
            var options = combination is null || attributes is null ? [] : attributes.Options(combination.Features);
            return ReadResult<ProductVariant>.Of(VariantMapping.ReadChild(row, combination, options, run.Setup));
        }

        return row.MarkedParentId is null ? null : ReadResult<ProductVariant>.Of(VariantMapping.ReadSeparate(row, run.Setup));
    }
}
