namespace ErpSync.PrestaShop;

/// <summary>Tells by their date which records a write reached: every change through the webservice, even one that changes nothing, renews it.</summary>
internal static class Touched
{
    /// <summary>The places whose record has another date than before.</summary>
    public static async Task<IReadOnlySet<int>> FindAsync(PrestaShopClient client, string resource, IReadOnlyList<(int Place, WireRow Before)> records, CancellationToken cancellationToken)
    {
        var rows = await Rows.ListAsync(client, resource, "[id,date_upd]", "id", records.Select(record => record.Before.Id), cancellationToken);
        var dates = rows.ToDictionary(row => row.Id, row => row.Text("date_upd"));
        return records
            .Where(record => dates.TryGetValue(record.Before.Id, out var date) && !string.Equals(date, record.Before.Text("date_upd"), StringComparison.Ordinal))
            .Select(record => record.Place)
            .ToHashSet();
    }
}
