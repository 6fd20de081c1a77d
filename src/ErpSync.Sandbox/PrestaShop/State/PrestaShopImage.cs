namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A picture of a product, as the shop keeps it.</summary>
public sealed class PrestaShopImage
{
    internal PrestaShopImage(int id, int productId) => (Id, ProductId) = (id, productId);

    /// <summary>The id, unique over all products.</summary>
    public int Id { get; }

    /// <summary>The product.</summary>
    public int ProductId { get; }

    /// <summary>The place among the pictures of the product, from 1.</summary>
    public int Position { get; internal set; }

    /// <summary>True for the picture that lists show.</summary>
    public bool Cover { get; internal set; }

    /// <summary>The picture as the shop re-encoded it: never the bytes that were uploaded. Set it as a module does that overwrites the file.</summary>
    public byte[] Content { get; set; } = [];
}
