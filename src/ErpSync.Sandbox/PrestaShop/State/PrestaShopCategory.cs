namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A category of the store; 1 is the hidden root, 2 is Home.</summary>
public sealed class PrestaShopCategory : PrestaShopRow
{
    internal PrestaShopCategory()
        : base(CatalogSchemas.Categories)
    {
    }

    /// <summary>The parent category; 0 for the root.</summary>
    public int ParentId
    {
        get => GetNumber("id_parent");
        set => SetNumber("id_parent", value);
    }

    /// <summary>The name per language.</summary>
    public PrestaShopText Name => GetText("name");

    /// <summary>The friendly URL part per language.</summary>
    public PrestaShopText LinkRewrite => GetText("link_rewrite");

    /// <summary>The description per language, in HTML as stored.</summary>
    public PrestaShopText Description => GetText("description");

    /// <summary>True when it is shown.</summary>
    public bool Active
    {
        get => GetFlag("active");
        set => SetFlag("active", value);
    }

    /// <summary>When it changed last, as yyyy-MM-dd HH:mm:ss in the zone of the shop.</summary>
    public string DateUpd
    {
        get => Get("date_upd");
        set => Set("date_upd", value);
    }

    /// <summary>The products in it, in the order of their positions.</summary>
    public IReadOnlyList<int> ProductIds => Products;

    internal List<int> Products { get; } = [];
}
