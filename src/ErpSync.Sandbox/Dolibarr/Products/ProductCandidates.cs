namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Finds the few products that a filter can meet through the indexes.</summary>
internal static class ProductCandidates
{
    /// <summary>A superset of the matching products; null when no index helps.</summary>
    public static HashSet<DolibarrProduct>? Find(FilterNode node, DolibarrProductTable table)
    {
        switch (node)
        {
            case AllOf all:
                return all.Parts.Select(part => Find(part, table)).Where(found => found is not null).MinBy(found => found!.Count);
            case AnyOf any:
                var union = new HashSet<DolibarrProduct>();
                foreach (var part in any.Parts)
                {
                    if (Find(part, table) is not { } found)
                        return null;
                    union.UnionWith(found);
                }

                return union;
            case Criterion { Operator: "=" or "in" } criterion:
                return Look(criterion, table);
            default:
                return null;
        }
    }

    private static HashSet<DolibarrProduct>? Look(Criterion criterion, DolibarrProductTable table)
    {
        Func<FilterValue, IEnumerable<DolibarrProduct?>>? look = criterion.Column.ToLowerInvariant() switch
        {
            "t.rowid" => value => [value.Number == Math.Truncate(value.Number) && Math.Abs(value.Number) < int.MaxValue ? table.Find((int)value.Number) : null],
            "t.ref" when IsText(criterion) => value => [table.FindByRef(value.Text)],
            "t.ref_ext" when IsText(criterion) => value => table.FindByRefExt(value.Text),
            "t.barcode" when IsText(criterion) => value => [table.FindByBarcode(value.Text)],
            _ => null,
        };
        return look is null ? null : [.. criterion.Values.SelectMany(look).OfType<DolibarrProduct>()];
    }

    private static bool IsText(Criterion criterion) => criterion.Values.All(value => !value.IsNumber);
}
