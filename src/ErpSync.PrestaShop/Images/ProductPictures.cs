namespace ErpSync.PrestaShop.Images;

/// <summary>The pictures of a product while a batch is written: what was read before it, kept up with what it does.</summary>
internal sealed class ProductPictures(WireRow row)
{
    private readonly List<long> _images = [.. ImageRow.Ordered(row)];

    /// <summary>The product.</summary>
    public long Product { get; } = row.Id;

    /// <summary>The cover; 0 when there is none.</summary>
    public long Cover { get; set; } = ImageRow.Cover(row);

    /// <summary>The pictures, the cover first.</summary>
    public IReadOnlyList<long> Images => _images;

    /// <summary>Notes a new picture.</summary>
    public void Add(long image) => _images.Add(image);

    /// <summary>Notes that a picture is gone.</summary>
    public void Remove(long image) => _images.Remove(image);
}
