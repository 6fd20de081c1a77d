namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A currency of the store.</summary>
public sealed class PrestaShopCurrency : PrestaShopRow
{
    internal PrestaShopCurrency()
        : base(ReferenceSchemas.Currencies)
    {
    }

    /// <summary>The name in the default language.</summary>
    public string Name
    {
        get => Get("name");
        set => Set("name", value);
    }

    /// <summary>The name per language.</summary>
    public PrestaShopText Names => GetText("names");

    /// <summary>The symbol per language.</summary>
    public PrestaShopText Symbol => GetText("symbol");

    /// <summary>The ISO 4217 code.</summary>
    public string IsoCode
    {
        get => Get("iso_code");
        set => Set("iso_code", value);
    }

    /// <summary>The digits after the point.</summary>
    public int Precision
    {
        get => GetNumber("precision");
        set => SetNumber("precision", value);
    }

    /// <summary>Units of this currency per unit of the default currency, six digits.</summary>
    public decimal ConversionRate
    {
        get => GetDecimal("conversion_rate");
        set => SetDecimal("conversion_rate", value);
    }

    /// <summary>True when it is in use.</summary>
    public bool Active
    {
        get => GetFlag("active");
        set => SetFlag("active", value);
    }

    /// <summary>True once it was removed in the back office.</summary>
    public bool Deleted
    {
        get => GetFlag("deleted");
        set => SetFlag("deleted", value);
    }
}
