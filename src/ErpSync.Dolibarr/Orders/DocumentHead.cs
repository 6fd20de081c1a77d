using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>What orders and invoices have in common when they are read.</summary>
/// <param name="Row">The row.</param>
/// <param name="Currency">The currency of the amounts.</param>
/// <param name="IsForeign">True when that is not the company's.</param>
/// <param name="Rate">Units per unit of the company's currency; null in the company's own.</param>
/// <param name="Net">The total without tax.</param>
/// <param name="Gross">The total with tax.</param>
internal sealed record DocumentHead(RowReader Row, CurrencyCode Currency, bool IsForeign, decimal? Rate, decimal Net, decimal Gross)
{
    public static DocumentHead Read(JsonElement json, EntityKind kind, DolibarrSetup setup, int sign)
    {
        var row = new RowReader(json, kind);
        var code = row.Currency("multicurrency_code");
        var currency = code ?? setup.Currency ?? throw row.Unreadable("multicurrency_code", "The document tells no currency, and the company's may not be read with this key.");
        var isForeign = code is not null && setup.Currency is { } own && code != own;
        var (net, gross) = isForeign
            ? (row.Number("multicurrency_total_ht") ?? Sum(json, "multicurrency_total_ht"), row.Number("multicurrency_total_ttc") ?? Sum(json, "multicurrency_total_ttc"))
            : (row.Number("total_ht") ?? 0, row.Number("total_ttc") ?? throw row.Unreadable("total_ttc", "The document has no total."));
        return new DocumentHead(row, currency, isForeign, isForeign ? row.Number("multicurrency_tx") : null, net * sign, gross * sign);
    }

    public Money TotalNet => new(Net, Currency);

    public Money TotalTax => new(Gross - Net, Currency);

    public Money TotalGross => new(Gross, Currency);

    /// <summary>A pointer in a column; null for none.</summary>
    public Ref? Pointer(string column, EntityKind kind) => Row.Whole(column) is { } id and > 0 ? new Ref(kind, RemoteId.From(id)) : null;

    /// <summary>The ids of objects of a kind that the document is linked with.</summary>
    public static IReadOnlyList<long> Links(JsonElement json, string kind) => [.. json.Get("linkedObjectsIds").Entries(kind).Select(entry => entry.Value.AsWhole()).OfType<long>().Distinct().Order()];

    // Version 18 shows no foreign totals in the head.
    private static decimal Sum(JsonElement json, string name) => json.Get("lines").Items().Sum(line => line.Text(name) is { } text && JsonValues.TryNumber(text, out var number) ? number : 0);
}
