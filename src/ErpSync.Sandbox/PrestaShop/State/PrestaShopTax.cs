namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A tax; deleting one through the API leaves it with the deleted mark.</summary>
public sealed class PrestaShopTax : PrestaShopRow
{
    internal PrestaShopTax()
        : base(ReferenceSchemas.Taxes)
    {
    }

    /// <summary>The rate in percent, three digits.</summary>
    public decimal Rate
    {
        get => GetDecimal("rate");
        set => SetDecimal("rate", value);
    }

    /// <summary>The name per language.</summary>
    public PrestaShopText Name => GetText("name");

    /// <summary>True when it applies.</summary>
    public bool Active
    {
        get => GetFlag("active");
        set => SetFlag("active", value);
    }

    /// <summary>True once it was deleted.</summary>
    public bool Deleted
    {
        get => GetFlag("deleted");
        set => SetFlag("deleted", value);
    }
}
