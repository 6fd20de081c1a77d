namespace ErpSync.Vtiger;

/// <summary>What was read of the CRM at the beginning of a run.</summary>
internal sealed record CrmSetup
{
    public string VersionText { get; init; } = "";

    public Version? Version => System.Version.TryParse(VersionText, out var version) ? version : null;

    public string UserId { get; init; } = "";

    public bool IsAdmin { get; init; }

    /// <summary>The decimals that prices of this user are rounded to, 0 to 5; null when the user cannot be read.</summary>
    public int? Decimals { get; init; }

    public string CompanyName { get; init; } = "";

    public IReadOnlyList<CurrencyRow> Currencies { get; init; } = [];

    public IReadOnlyList<TaxRow> Taxes { get; init; } = [];

    /// <summary>What the user calls its language, for example <c>en_us</c>.</summary>
    public string UserLanguage { get; init; } = "";

    public CurrencyRow? Base => Currencies.FirstOrDefault(currency => currency.IsBase) ?? Currencies.OrderBy(currency => RecordNumber.Parse(currency.Id)?.Number).FirstOrDefault();

    public CurrencyCode? BaseCode => Base?.Code;

    /// <summary>Prices keep at most what the user's decimals say; without knowing, two are assumed for reading.</summary>
    public int PriceDecimals => Math.Clamp(Decimals ?? 2, 0, 5);

    public int QuantityDecimals => Math.Min(3, PriceDecimals);

    public CurrencyRow? CurrencyOf(string? id) => id is null ? null : Currencies.FirstOrDefault(currency => currency.Id == id);

    /// <summary>The currency of a code: the base one, else an active one, else any; the lowest id of equals.</summary>
    public CurrencyRow? CurrencyOf(CurrencyCode code) => Currencies.Where(currency => currency.Code == code)
        .OrderByDescending(currency => currency.IsBase).ThenByDescending(currency => currency.IsActive).ThenBy(currency => RecordNumber.Parse(currency.Id)?.Number).FirstOrDefault();

    /// <summary>The slot for a tax: one whose usual percentage it is, active ones first.</summary>
    public TaxRow? TaxOf(TaxRate rate, bool compound) => Taxes.Where(tax => tax.Percent == rate.Percent && tax.IsCompound == compound && tax.IsActive).OrderBy(tax => RecordNumber.Parse(tax.Id)?.Number).FirstOrDefault()
        ?? (compound ? null : Taxes.Where(tax => tax.Percent == rate.Percent && tax.IsActive).OrderBy(tax => RecordNumber.Parse(tax.Id)?.Number).FirstOrDefault());
}
