using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>One price level of a product, as the server gave it: sent back as it is when another level changes.</summary>
/// <param name="Net">The price without tax.</param>
/// <param name="Gross">The price with tax.</param>
/// <param name="BaseType">Which of the two was entered: <c>HT</c> or <c>TTC</c>.</param>
/// <param name="MinNet">The lowest price without tax.</param>
/// <param name="MinGross">The lowest price with tax.</param>
/// <param name="Rate">The VAT rate as text, for example <c>20.0000</c> or <c>20.0000 (CODE)</c>.</param>
internal sealed record PriceLevelRow(decimal Net, string? Gross, string? BaseType, string? MinNet, string? MinGross, string? Rate)
{
    public static SortedDictionary<int, PriceLevelRow> ReadAll(RowReader reader)
    {
        var levels = new SortedDictionary<int, PriceLevelRow>();
        foreach (var entry in reader.Row.Entries("multiprices"))
        {
            // Level 0 is a stray that updates echo; a level without a price was never set.
            if (!int.TryParse(entry.Name, System.Globalization.CultureInfo.InvariantCulture, out var level) || level < 1 || reader.Number(entry.Value, "multiprices") is not { } net)
                continue;
            levels[level] = new PriceLevelRow(net, Part("multiprices_ttc"), Part("multiprices_base_type"), Part("multiprices_min"), Part("multiprices_min_ttc"), Part("multiprices_tva_tx"));

            string? Part(string map) => reader.Row.Get(map).Text(entry.Name);
        }

        return levels;
    }

    /// <summary>Puts all levels into a body: Dolibarr takes the maps as a whole, and a level that is left out loses its price.</summary>
    public static void WriteAll(JsonObject body, IEnumerable<KeyValuePair<int, PriceLevelRow>> levels)
    {
        JsonObject net = [], gross = [], baseTypes = [], minNet = [], minGross = [], rates = [];
        foreach (var (number, level) in levels)
        {
            var key = JsonValues.Invariant(number);
            net[key] = JsonValues.Invariant(level.Net);
            gross[key] = level.Gross;
            baseTypes[key] = level.BaseType is "TTC" ? "TTC" : "HT";
            minNet[key] = level.MinNet ?? "0";
            minGross[key] = level.MinGross ?? "0";
            rates[key] = level.Rate;
        }

        body["multiprices"] = net;
        body["multiprices_ttc"] = gross;
        body["multiprices_base_type"] = baseTypes;
        body["multiprices_min"] = minNet;
        body["multiprices_min_ttc"] = minGross;
        body["multiprices_tva_tx"] = rates;
    }
}
