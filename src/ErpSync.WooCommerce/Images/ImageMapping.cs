namespace ErpSync.WooCommerce;

/// <summary>
/// Between pictures of products and records. A picture is known by its product and its file: <c>10/31</c>; a file that stays keeps its number, so unchanged ones are never sent again.
/// A picture that only variations show stands behind those of the product's own list.
/// </summary>
internal static class ImageMapping
{
    public static RemoteId Id(long product, long file) => new($"{JsonValues.Invariant(product)}/{JsonValues.Invariant(file)}");

    public static (long Product, long File)? Parse(RemoteId id) =>
        id.Value.Split('/') is [var product, var file] && JsonValues.Number(new RemoteId(product)) is { } owner && JsonValues.Number(new RemoteId(file)) is { } number ? (owner, number) : null;

    /// <param name="row">The product.</param>
    /// <param name="shown">What its variations show.</param>
    /// <param name="session">The session.</param>
    public static IEnumerable<Remote<ProductImage>> Read(ProductRow row, IEnumerable<ShownPicture> shown, WooSession session)
    {
        var variants = shown.ToLookup(entry => entry.Picture.Id);
        var pictures = row.Images.Concat(variants.Where(group => !row.Images.Any(known => known.Id == group.Key)).OrderBy(group => group.Key).Select(group => group.First().Picture)).ToList();
        for (var place = 0; place < pictures.Count; place++)
        {
            var record = Read(row, pictures[place], place, session);
            var pointers = variants[pictures[place].Id].Select(entry => new Ref(EntityKind.ProductVariant, VariantId.Of(row.Id, entry.Variation)));
            yield return record with { Value = record.Value with { IsCover = place == 0 && row.Images.Count > 0, Variants = RefSet.From(pointers) } };
        }
    }

    /// <summary>The variants that can show a picture: those of its own product.</summary>
    public static RefSet Own(ProductImage value) =>
        value.Variants.Count == 0 ? value.Variants : RefSet.From(value.Variants.Where(variant => variant.IsForeign || value.Owner.IsForeign || VariantId.Parse(variant.Id)?.Product == JsonValues.Number(value.Owner.Id)));

    public static string MediaType(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".jpg" or ".jpeg" => "image/jpeg",
        _ => "",
    };

    private static Remote<ProductImage> Read(ProductRow row, PictureRow picture, int place, WooSession session)
    {
        var root = WooCommerceAddress.Root(session.Options.BaseAddress!);
        var address = Uri.TryCreate(picture.Source, UriKind.Absolute, out var uri) ? uri : null;
        var file = address is null ? picture.Name : Path.GetFileName(Uri.UnescapeDataString(address.AbsolutePath));
        return new Remote<ProductImage>(Id(row.Id, picture.Id), new ProductImage
        {
            Owner = new Ref(EntityKind.Product, RemoteId.From(row.Id)),
            Position = place,
            Legend = picture.Alt.Length == 0 ? LocalizedText.Empty : LocalizedText.Of(session.Setup.Language, picture.Alt),
            Content = new ImageContent(JsonValues.Invariant(picture.Id), MediaType(file), file)
            {
                Address = address,
                OpenAsync = token => address is null ? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, WooCodes.Image, "The picture has no address.")) : session.Client.DownloadAsync(address, root, token),
            },
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Sku,
            Native = row,
        };
    }
}
