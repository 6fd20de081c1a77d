namespace ErpSync.PrestaShop;

/// <summary>Rows of a resource that belong to rows of another, fetched for many at once.</summary>
internal static class Children
{
    /// <summary>The rows by what they belong to.</summary>
    public static async Task<ILookup<long, WireRow>> OfAsync(PrestaShopClient client, string resource, string fields, string column, IEnumerable<long> owners, CancellationToken cancellationToken)
    {
        var ids = owners.Where(id => id > 0).Distinct().ToList();
        IReadOnlyList<WireRow> rows = ids.Count == 0 ? [] : await Rows.ListAsync(client, resource, fields, column, ids, cancellationToken);
        return rows.ToLookup(row => row.Whole(column) ?? 0);
    }

    /// <summary>The same for what a shop may lack or a key may not read: nothing then.</summary>
    public static async Task<ILookup<long, WireRow>> OptionalAsync(PrestaShopClient client, string resource, string fields, string column, IEnumerable<long> owners, CancellationToken cancellationToken)
    {
        try
        {
            return await OfAsync(client, resource, fields, column, owners, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Unsupported)
        {
            return Array.Empty<WireRow>().ToLookup(static row => row.Id);
        }
    }

    /// <summary>The rows with these ids, by id.</summary>
    public static async Task<IReadOnlyDictionary<long, WireRow>> ByIdAsync(PrestaShopClient client, string resource, string fields, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var rows = await OfAsync(client, resource, fields, "id", ids, cancellationToken);
        return rows.ToDictionary(group => group.Key, group => group.First());
    }
}
