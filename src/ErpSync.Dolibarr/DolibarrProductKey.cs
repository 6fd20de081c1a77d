namespace ErpSync.Dolibarr;

/// <summary>By which of their keys products and variants are looked up before one is created.</summary>
public enum DolibarrProductKey
{
    /// <summary>The reference (<c>ref</c>).</summary>
    Reference,

    /// <summary>The barcode. For pairs that match by it; a product without one is then looked up by its token alone.</summary>
    Barcode,
}
