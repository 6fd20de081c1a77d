namespace ErpSync.PrestaShop.Sales;

/// <summary>The carriers. Their ids change with every edit in the back office; the reference stays, so that is what records point at.</summary>
internal sealed class CarrierTable(IEnumerable<WireRow> rows)
{
    private readonly Dictionary<long, WireRow> _rows = rows.ToDictionary(row => row.Id);

    /// <summary>The newest row of each carrier that was not deleted.</summary>
    public IEnumerable<WireRow> Current => _rows.Values.Where(row => row.Flag("deleted") != true).GroupBy(Reference).Select(group => group.MaxBy(row => row.Id)!).OrderBy(Reference);

    /// <summary>The stable number of a carrier; the id where the shop tells none.</summary>
    public static long Reference(WireRow row) => row.Whole("id_reference") is > 0 and var reference ? reference : row.Id;

    /// <summary>What a record points at; null for no carrier and for one that is gone.</summary>
    public Ref? Of(long id) => _rows.TryGetValue(id, out var row) ? new Ref(EntityKind.Carrier, RemoteId.From(Reference(row))) : null;

    /// <summary>The name of a carrier; null when it is gone or has the shop's name.</summary>
    public string? Name(long id) => _rows.TryGetValue(id, out var row) && row.Filled("name") is { } name && name != "0" ? name : null;

    /// <summary>Where a parcel can be followed.</summary>
    public string? Url(long id, string? number) =>
        number is not null && _rows.TryGetValue(id, out var row) && row.Filled("url") is { } url && url.Contains('@', StringComparison.Ordinal) ? url.Replace("@", Uri.EscapeDataString(number), StringComparison.Ordinal) : null;

    /// <summary>The id to write for a carrier: that of its newest row.</summary>
    public long? IdOf(Ref? carrier) => carrier is { IsForeign: false } wanted ? Current.FirstOrDefault(row => Reference(row) == Rows.Number(wanted.Id))?.Id : null;
}
