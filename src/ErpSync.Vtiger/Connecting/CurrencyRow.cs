using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>A currency of the CRM.</summary>
/// <param name="Id">Its id, for example <c>21x2</c>. A deleted currency's id is given to the next one that is made, so currencies are never deleted.</param>
/// <param name="Code">Its ISO 4217 code; null when the row has none that can be read.</param>
internal sealed record CurrencyRow(string Id, CurrencyCode? Code)
{
    public string Name { get; init; } = "";

    /// <summary>Units per unit of the base currency.</summary>
    public decimal? Rate { get; init; }

    public bool IsActive { get; init; }

    public bool IsBase { get; init; }

    /// <summary>The field of products that holds the price in this currency.</summary>
    public string PriceField => "currency" + JsonValues.Invariant(RecordNumber.Parse(Id)?.Number ?? 0);

    public static CurrencyRow Read(JsonElement row) => new(row.Text("id") ?? "", row.Text("currency_code")?.Trim() is { Length: 3 } code && code.All(char.IsAsciiLetter) ? CurrencyCode.Parse(code) : null)
    {
        Name = row.Text("currency_name") ?? "",
        Rate = row.Number("conversion_rate"),
        IsActive = row.Text("currency_status") is null or "Active",
        IsBase = row.Text("defaultid") == "-11",
    };
}
