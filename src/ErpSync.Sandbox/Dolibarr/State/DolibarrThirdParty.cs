namespace ErpSync.Sandbox;

/// <summary>A third party: a customer (<c>client</c> 1), a prospect (2), both (3), a supplier (<c>fournisseur</c> 1), or none of them.</summary>
public sealed class DolibarrThirdParty : DolibarrRecord
{
    /// <summary>The price level that prices are taken from, 1 unless told.</summary>
    public int PriceLevel { get; set; } = 1;
}
