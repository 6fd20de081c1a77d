using System.Globalization;
using System.Xml.Linq;

namespace ErpSync.PrestaShop;

/// <summary>
/// Tells which records a write reached where there is a date: by another date than before, or by the single values that were sent and that the record did not hold before.
/// Texts that the shop cleans, and lists, tell nothing by themselves.
/// </summary>
internal static class StoredFields
{
    private const int LongestText = 64;

    /// <summary>The places whose record holds what was sent.</summary>
    public static async Task<IReadOnlySet<int>> FindAsync(
        PrestaShopClient client, string resource, IReadOnlyList<(int Place, WireRow Before, XElement Sent)> records, CancellationToken cancellationToken)
    {
        var fields = records.SelectMany(record => Plain(record.Sent)).Select(field => field.Name.LocalName).Distinct(StringComparer.Ordinal);
        var rows = await Rows.ListAsync(client, resource, $"[id,date_upd{string.Concat(fields.Select(field => "," + field))}]", "id", records.Select(record => record.Before.Id), cancellationToken);
        var now = rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id);
        return records.Where(record => now.TryGetValue(record.Before.Id, out var row) && IsStored(record.Before, row, record.Sent)).Select(record => record.Place).ToHashSet();
    }

    /// <summary>True when the record would show that it was stored even within the second of its last change.</summary>
    public static bool Shows(WireRow before, XElement sent) => Plain(sent).Any(field => !Holds(before, field));

    private static bool IsStored(WireRow before, WireRow now, XElement sent) =>
        !string.Equals(before.Text("date_upd"), now.Text("date_upd"), StringComparison.Ordinal) || (Shows(before, sent) && Plain(sent).All(field => Holds(now, field)));

    private static IEnumerable<XElement> Plain(XElement sent) => sent.Elements().Where(field => !field.HasElements && field.Name.LocalName is not ("id" or "id_default_combination") && field.Value.Length <= LongestText);

    private static bool Holds(WireRow row, XElement field)
    {
        var text = row.Text(field.Name.LocalName) ?? "";
        return string.Equals(text, field.Value, StringComparison.Ordinal)
            || (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored)
                && decimal.TryParse(field.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var sent)
                && stored == sent);
    }
}
