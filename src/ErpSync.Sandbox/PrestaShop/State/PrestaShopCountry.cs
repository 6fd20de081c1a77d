namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A country.</summary>
public sealed class PrestaShopCountry : PrestaShopRow
{
    internal PrestaShopCountry()
        : base(ReferenceSchemas.Countries)
    {
    }

    /// <summary>The two-letter code.</summary>
    public string IsoCode
    {
        get => Get("iso_code");
        set => Set("iso_code", value);
    }

    /// <summary>The name per language.</summary>
    public PrestaShopText Name => GetText("name");

    /// <summary>True when the shop delivers there.</summary>
    public bool Active
    {
        get => GetFlag("active");
        set => SetFlag("active", value);
    }

    /// <summary>True when addresses need a state.</summary>
    public bool ContainsStates
    {
        get => GetFlag("contains_states");
        set => SetFlag("contains_states", value);
    }
}
