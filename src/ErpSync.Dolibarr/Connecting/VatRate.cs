using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>One row of the VAT dictionary of the company's country.</summary>
/// <param name="Percent">The rate.</param>
/// <param name="Code">The row's code; null for most.</param>
/// <param name="Local1">The first local tax; null when the row has none.</param>
/// <param name="Local2">The second local tax; null when the row has none.</param>
internal sealed record VatRate(decimal Percent, string? Code, LocalTax? Local1, LocalTax? Local2)
{
    /// <summary>The row's id; null for a rate that is not of the dictionary.</summary>
    public long? Id { get; init; }

    /// <summary>What people call it; null when the row says nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The taxes of a sale under this row, in order of application.</summary>
    public ValueList<TaxRate> Taxes => TaxMapping.Taxes(Percent, Local1, Local2);

    /// <summary>Rate and code as one text, for example <c>20 (CODE)</c>.</summary>
    public string Key => JsonValues.Invariant(Percent) + (Code is null ? "" : $" ({Code})");

    public static VatRate? Read(JsonElement row) => row.Text("active") is "0"
        ? null
        : new VatRate(JsonValues.LeadingNumber(row.Text("taux")), row.Text("code"), LocalTax.Read(row, "localtax1", "localtax1_type"), LocalTax.Read(row, "localtax2", "localtax2_type"))
        {
            Id = row.Whole("rowid") ?? row.Whole("id"),
            Note = row.Text("note"),
        };
}
