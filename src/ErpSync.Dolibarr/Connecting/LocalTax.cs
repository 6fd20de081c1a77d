using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>A second tax of some countries.</summary>
/// <param name="Percent">The rate; never 0.</param>
/// <param name="Type">Dolibarr's type: 1, 3, 5 on the net amount; 2, 4, 6 on net plus VAT.</param>
internal sealed record LocalTax(decimal Percent, int Type)
{
    /// <summary>True when the tax is taken on the net amount plus VAT.</summary>
    public bool IsCompound => Type is 2 or 4 or 6;

    /// <summary>Reads rate and type; null when the tax is off, 0, or a choice of several rates (<c>-19:-15:-9</c>) that belongs to the customer.</summary>
    public static LocalTax? Read(JsonElement row, string rate, string type)
    {
        var kind = row.Whole(type) ?? 0;
        return kind is 0 or 7 || row.Text(rate) is not { } text || !JsonValues.TryNumber(text, out var percent) || percent == 0 ? null : new LocalTax(percent, (int)kind);
    }
}
