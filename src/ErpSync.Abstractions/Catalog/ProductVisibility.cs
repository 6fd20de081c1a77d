namespace ErpSync;

/// <summary>Where customers find an active product. Names are stored: never rename one.</summary>
public enum ProductVisibility
{
    /// <summary>In the catalogue and by search.</summary>
    Everywhere,

    /// <summary>In the catalogue only.</summary>
    Catalog,

    /// <summary>By search only.</summary>
    Search,

    /// <summary>Nowhere, only by its address.</summary>
    Hidden,
}
