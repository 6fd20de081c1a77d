namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A brand.</summary>
public sealed class PrestaShopManufacturer : PrestaShopRow
{
    internal PrestaShopManufacturer()
        : base(ReferenceSchemas.Manufacturers)
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

    /// <summary>The ids of its addresses, which the stand-in only lists.</summary>
    public IReadOnlyList<int> AddressIds { get; set; } = [];
}
