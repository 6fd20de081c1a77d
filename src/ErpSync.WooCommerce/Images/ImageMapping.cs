namespace ErpSync.WooCommerce;

/// <summary>Between pictures of products and records. A picture is known by its product and its file: <c>10/31</c>; a file that stays keeps its number, so unchanged ones are never sent again.</summary>
internal static class ImageMapping
{
    public static RemoteId Id(long product, long file) => new($"{JsonValues.Invariant(product)}/{JsonValues.Invariant(file)}");

    public static (long Product, long File)? Parse(RemoteId id) =>
        id.Value.Split('/') is [var product, var file] && JsonValues.Number(new RemoteId(product)) is { } owner && JsonValues.Number(new RemoteId(file)) is { } number ? (owner, number) : null;

    public static IEnumerable<Remote<ProductImage>> Read(ProductRow row, WooSession session)
    {
        for (var place = 0; place < row.Images.Count; place++)
            yield return Read(row, place, session);
    }

    public static Remote<ProductImage> Read(ProductRow row, int place, WooSession session)
    {
        var picture = row.Images[place];
        var root = WooCommerceAddress.Root(session.Options.BaseAddress!);
        var address = Uri.TryCreate(picture.Source, UriKind.Absolute, out var uri) ? uri : null;
        var file = address is null ? picture.Name : Path.GetFileName(Uri.UnescapeDataString(address.AbsolutePath));
        return new Remote<ProductImage>(Id(row.Id, picture.Id), new ProductImage
        {
            Owner = new Ref(EntityKind.Product, RemoteId.From(row.Id)),
            IsCover = place == 0,
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

    public static string MediaType(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".jpg" or ".jpeg" => "image/jpeg",
        _ => "",
    };
}
