namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A company that the shop buys from.</summary>
public sealed class PrestaShopSupplier : PrestaShopRow
{
    internal PrestaShopSupplier()
        : base(SupplySchemas.Suppliers)
    {
    }

    /// <summary>The name; duplicates are accepted.</summary>
    public string Name
    {
        get => Get("name");
        set => Set("name", value);
    }

    /// <summary>True when it is shown.</summary>
    public bool Active
    {
        get => GetFlag("active");
        set => SetFlag("active", value);
    }

    /// <summary>The description per language, in HTML as stored.</summary>
    public PrestaShopText Description => GetText("description");
}
