using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>A tax of the CRM: a slot, <c>tax4</c>, with a usual percentage; products and lines bear percentages of their own in it.</summary>
/// <param name="Id">Its id, for example <c>34x4</c>.</param>
/// <param name="Field">The field of products and lines that holds its percentage.</param>
internal sealed record TaxRow(string Id, string Field)
{
    public string Label { get; init; } = "";

    public decimal Percent { get; init; }

    /// <summary>True when it is taken on the net amount and other taxes. vtiger reckons so only where one set of taxes holds for the whole document.</summary>
    public bool IsCompound { get; init; }

    public bool IsActive { get; init; }

    public static TaxRow Read(JsonElement row) => new(row.Text("id") ?? "", row.Text("taxname") ?? "")
    {
        Label = row.Text("taxlabel") ?? "",
        Percent = row.Number("percentage") ?? 0,
        IsCompound = row.Text("method") == "Compound",
        IsActive = row.Text("deleted") is null or "0",
    };
}
