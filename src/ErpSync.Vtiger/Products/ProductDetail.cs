using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>What only a product's own record tells and no query: its taxes, its currency and its prices in other currencies.</summary>
/// <param name="ModifiedTime">The record's time of modification, by which the cache knows whether it still holds.</param>
/// <param name="Currency">The id of the product's currency; null when it is not told.</param>
/// <param name="Taxes">The percentages by field, <c>tax4</c>: only taxes that are assigned.</param>
/// <param name="Prices">The prices by field, <c>currency2</c>.</param>
internal sealed record ProductDetail(string? ModifiedTime, string? Currency, IReadOnlyDictionary<string, decimal> Taxes, IReadOnlyDictionary<string, decimal> Prices)
{
    /// <summary>True for rows of retrieve, create and revise; those of queries have no currency.</summary>
    public static bool IsTold(JsonElement row) => row.Get("currency_id").ValueKind != JsonValueKind.Undefined;

    public static ProductDetail Read(JsonElement row)
    {
        var (taxes, prices) = (new Dictionary<string, decimal>(StringComparer.Ordinal), new Dictionary<string, decimal>(StringComparer.Ordinal));
        foreach (var field in row.EnumerateObject())
        {
            if (IsNumbered(field.Name, "tax") && row.Number(field.Name) is { } percent)
                taxes[field.Name] = percent;
            else if (IsNumbered(field.Name, "currency") && row.Number(field.Name) is { } price)
                prices[field.Name] = price;
        }

        return new ProductDetail(row.Text("modifiedtime"), row.Text("currency_id"), taxes, prices);
    }

    /// <summary>The taxes in order of application: by number, compound ones last.</summary>
    public ValueList<TaxRate> Rates(CrmSetup setup) => TaxSlots.Rates(Taxes, setup, compounds: true);

    private static bool IsNumbered(string name, string word) => name.Length > word.Length && name.StartsWith(word, StringComparison.Ordinal) && name.AsSpan(word.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
