using System.Globalization;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Variants;

/// <summary>Tells whether combinations hold what was sent: they have no date, so the sent fields are compared.</summary>
internal static class VariantStored
{
    private static readonly string[] Numbers = ["price", "weight", "wholesale_price", "minimal_quantity", "low_stock_threshold"];

    /// <summary>The places whose combination holds what was sent.</summary>
    public static async Task<IReadOnlySet<int>> FindAsync(PrestaShopClient client, IReadOnlyList<XElement?> records, IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        var ids = places.Select(place => Id(records[place]!));
        var rows = (await Rows.ListAsync(client, VariantRow.Resource, "full", "id", ids, cancellationToken)).ToDictionary(row => row.Id);
        return places.Where(place => rows.TryGetValue(Id(records[place]!), out var row) && Holds(row, records[place]!)).ToHashSet();
    }

    /// <summary>True when the row holds all fields of the record.</summary>
    public static bool Holds(WireRow row, XElement record) => record.Elements().All(field => field.Name.LocalName switch
    {
        "associations" => field.Elements().Elements().Select(value => value.Value).Order(StringComparer.Ordinal)
            .SequenceEqual(VariantRow.ValueIds(row).Select(id => id.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)),
        "default_on" => true,
        var name when Numbers.Contains(name) => (row.Number(name) ?? 0) == decimal.Parse(field.Value, CultureInfo.InvariantCulture),
        var name => string.Equals(row.Text(name) ?? "", field.Value, StringComparison.Ordinal),
    });

    private static long Id(XElement record) => long.Parse(record.Element("id")!.Value, CultureInfo.InvariantCulture);
}
