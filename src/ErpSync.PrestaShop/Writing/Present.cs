namespace ErpSync.PrestaShop;

/// <summary>What the shop holds of the records in a batch: the rows that came with them, else read now.</summary>
internal sealed class Present
{
    private readonly Dictionary<long, WireRow> _read;

    private Present(Dictionary<long, WireRow> read) => _read = read;

    /// <summary>Reads the rows of those records that came without one.</summary>
    public static async Task<Present> RowsAsync<T>(PrestaShopClient client, string resource, string fields, IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var missing = Rows.Numbers(batch.Where(revision => revision.Current.Native is not WireRow).Select(revision => revision.Current.Id)).ToList();
        if (missing.Count == 0)
            return new Present([]);
        var rows = await Rows.ListAsync(client, resource, fields, "id", missing, cancellationToken);
        return new Present(rows.ToDictionary(row => row.Id));
    }

    /// <summary>The row of a record; null when the shop has it no more.</summary>
    public WireRow? Find<T>(Revision<T> revision)
        where T : class, IEntity => revision.Current.Native as WireRow ?? _read.GetValueOrDefault(Rows.Number(revision.Current.Id));

    /// <summary>The row of a record; a problem when the shop has it no more.</summary>
    public WireRow Of<T>(Revision<T> revision)
        where T : class, IEntity =>
        Find(revision)
        ?? throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.NotFound, $"There is no record {revision.Current.Id} (any more).") { Id = revision.Current.Id });
}
