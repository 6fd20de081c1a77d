namespace ErpSync.PrestaShop;

/// <summary>A currency of the shop.</summary>
/// <param name="Id">Its id in the shop.</param>
/// <param name="Code">Its ISO code.</param>
/// <param name="Rate">Units of it for one unit of the shop's own currency.</param>
/// <param name="IsActive">Whether customers can pay in it.</param>
internal sealed record ShopCurrency(long Id, CurrencyCode Code, decimal Rate, bool IsActive)
{
    /// <summary>Reads the currencies; one without an ISO code is left out, because nothing can be said in it.</summary>
    public static IReadOnlyList<ShopCurrency> Read(IEnumerable<WireRow> rows)
    {
        var currencies = new List<ShopCurrency>();
        foreach (var row in rows)
        {
            if (CodeOf(row) is { } code && row.Flag("deleted") != true)
                currencies.Add(new ShopCurrency(row.Id, code, row.Number("conversion_rate") is > 0 and var rate ? rate : 1, row.Flag("active") ?? true));
        }

        return currencies;
    }

    private static CurrencyCode? CodeOf(WireRow row)
    {
        try
        {
            return row.Filled("iso_code") is { } text ? CurrencyCode.Parse(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
