using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>The picture that a variation shows.</summary>
/// <param name="Variation">The variation.</param>
/// <param name="Picture">Its picture.</param>
internal sealed record ShownPicture(long Variation, PictureRow Picture)
{
    /// <summary>The pictures of some variations by their product.</summary>
    public static async Task<ILookup<long, ShownPicture>> GroupAsync(IAsyncEnumerable<JsonItem<ProductRow>> rows, CancellationToken cancellationToken)
    {
        var shown = new List<(long Product, ShownPicture Shown)>();
        await foreach (var item in rows.WithCancellation(cancellationToken))
        {
            if (item.Value is { Images: [var picture, ..] } row)
                shown.Add((row.Parent, new ShownPicture(row.Id, picture)));
        }

        return shown.ToLookup(entry => entry.Product, entry => entry.Shown);
    }
}
