namespace ErpSync.Sandbox;

/// <summary>A row of the tax dictionary.</summary>
/// <param name="Id">The row id.</param>
/// <param name="CountryId">The row of the country: 1 France, 4 Spain, 14 Canada.</param>
/// <param name="Rate">The rate in per cent.</param>
/// <param name="Note">What it is for.</param>
public sealed record DolibarrVatRate(int Id, int CountryId, decimal Rate, string Note)
{
    /// <summary>The code; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The second tax in per cent as the dictionary writes it, for example <c>9.975</c>; <c>0</c> for none.</summary>
    public string LocalTax1 { get; init; } = "0";

    /// <summary>How the second tax is computed: 0 not, 1 on net, 2 on net and tax, 3 and 4 goods only, 5 and 6 services only.</summary>
    public int LocalTax1Type { get; init; }

    /// <summary>The third tax as the dictionary writes it; <c>0</c> for none.</summary>
    public string LocalTax2 { get; init; } = "0";

    /// <summary>How the third tax is computed, numbered as <see cref="LocalTax1Type"/>.</summary>
    public int LocalTax2Type { get; init; }
}
