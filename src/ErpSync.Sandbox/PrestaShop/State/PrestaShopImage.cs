namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A picture of a product, as the shop keeps it.</summary>
/// <param name="id">The id, unique over all products.</param>
/// <param name="productId">The product.</param>
public sealed class PrestaShopImage(int id, int productId)
{
    /// <summary>The id, unique over all products.</summary>
    public int Id { get; } = id;

    /// <summary>The product.</summary>
    public int ProductId { get; } = productId;

    /// <summary>The place among the pictures of the product, from 1.</summary>
    public int Position { get; internal set; }

    /// <summary>True for the picture that lists show.</summary>
    public bool Cover { get; internal set; }

    /// <summary>The picture as the shop re-encoded it: never the bytes that were uploaded.</summary>
    public byte[] Content { get; internal set; } = [];
}
