using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>
/// Writes the pictures of products. The list of a product is replaced as a whole, so it is read and sent back by numbers: files that stay are not sent again. A new one is fetched by the
/// shop from its public address, or uploaded with the application password.
/// </summary>
internal sealed class ImageWriter(WooSession session, VariantRows variants) : ICreator<ProductImage>, IUpdater<ProductImage>, IDeleter<ProductImage>
{
    private readonly string _connection = session.Client.Connection;
    private readonly VariantPictures _variants = new(session, variants);

    public Task<IReadOnlyList<WriteResult<ProductImage>>> CreateAsync(IReadOnlyList<Creation<ProductImage>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<ProductImage, Creation<ProductImage>>(batch, static _ => null, CreateAsync, _connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<ProductImage>>> UpdateAsync(IReadOnlyList<Revision<ProductImage>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<ProductImage, Revision<ProductImage>>(batch, static revision => revision.Current.Id, UpdateAsync, _connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<ProductImage>>> DeleteAsync(IReadOnlyList<Remote<ProductImage>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<ProductImage, Remote<ProductImage>>(batch, static record => record.Id, DeleteAsync, _connection, cancellationToken);

    private async Task<WriteResult<ProductImage>> CreateAsync(Creation<ProductImage> creation, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        var image = creation.Value;
        var product = (image.Owner.Kind == EntityKind.Product ? JsonValues.Number(image.Owner.Id) : null) ?? throw NotFound();
        var present = (await ReadAsync(product, cancellationToken) ?? throw NotFound()).Images;
        var entries = present.Select(picture => Kept(picture)).ToList();
        var place = image.IsCover ? 0 : Math.Clamp(image.Position, 0, entries.Count);
        entries.Insert(place, await NewAsync(image, cancellationToken));
        var row = await SendAsync(product, entries, place, cancellationToken);
        var wanted = VariantPictures.Numbers(product, image.Variants);
        await _variants.ShowAsync(product, row.Images[place].Id, wanted, [], cancellationToken);
        return Written(row, row.Images[place].Id, wanted);
    }

    private async Task<WriteResult<ProductImage>> UpdateAsync(Revision<ProductImage> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var (product, file) = ImageMapping.Parse(revision.Current.Id) ?? throw NotFound();
        var row = await ReadAsync(product, cancellationToken) ?? throw NotFound();
        var place = row.Images.ToList().FindIndex(picture => picture.Id == file);
        var showing = row.HasVariations ? (await _variants.OfAsync(run, product, cancellationToken)).Where(shown => shown.Picture.Id == file).Select(shown => shown.Variation).ToList() : [];
        if (place < 0 && showing.Count == 0)
            throw NotFound();
        var (content, legend) = (revision.Fields.Contains(nameof(ProductImage.Content), StringComparer.Ordinal), revision.Fields.Contains(nameof(ProductImage.Legend), StringComparer.Ordinal));
        var newFile = file;
        if (content || legend)
        {
            var entry = content ? await NewAsync(revision.Wanted, cancellationToken) : Kept(new PictureRow(file, "", "", "", null), Legend(revision.Wanted));
            if (place >= 0)
            {
                var entries = row.Images.Select(picture => Kept(picture)).ToList();
                entries[place] = entry;
                row = await SendAsync(product, entries, place, cancellationToken);
                newFile = row.Images[place].Id;
            }
            else
            {
                newFile = await _variants.PutAsync(product, showing[0], entry, cancellationToken);
            }
        }

        var wanted = revision.Fields.Contains(nameof(ProductImage.Variants), StringComparer.Ordinal) ? VariantPictures.Numbers(product, revision.Wanted.Variants) : showing;
        if (newFile != file)
            await _variants.ShowAsync(product, newFile, wanted, [], cancellationToken);
        await _variants.ShowAsync(product, newFile, wanted, showing, cancellationToken);
        return place >= 0 ? Written(row, newFile, wanted) : new WriteResult<ProductImage>.Written(ImageMapping.Id(product, newFile));
    }

    private async Task<WriteResult<ProductImage>> DeleteAsync(Remote<ProductImage> record, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (ImageMapping.Parse(record.Id) is not { } id || await ReadAsync(id.Product, cancellationToken) is not { } row)
            return new WriteResult<ProductImage>.Written(record.Id);
        if (row.Images.Any(picture => picture.Id == id.File))
        {
            var entries = row.Images.Where(picture => picture.Id != id.File).Select(picture => Kept(picture)).ToList();
            await session.Client.PutAsync(Path(id.Product), new JsonObject { ["images"] = new JsonArray([.. entries]) }, cancellationToken);
        }

        if (row.HasVariations)
        {
            var showing = (await _variants.OfAsync(run, id.Product, cancellationToken)).Where(shown => shown.Picture.Id == id.File).Select(shown => shown.Variation).ToList();
            await _variants.ShowAsync(id.Product, id.File, [], showing, cancellationToken);
        }

        return new WriteResult<ProductImage>.Written(record.Id);
    }

    private async Task<ProductRow> SendAsync(long product, List<JsonObject> entries, int place, CancellationToken cancellationToken)
    {
        var json = await session.Client.PutAsync(Path(product), new JsonObject { ["images"] = new JsonArray([.. entries]) }, cancellationToken);
        var row = ProductRow.Read(json, []);
        return place < row.Images.Count ? row : throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, WooCodes.Image, "The shop answered without the picture that it was sent."));
    }

    private WriteResult<ProductImage> Written(ProductRow row, long file, IEnumerable<long> variations)
    {
        var picture = row.Images.First(candidate => candidate.Id == file);
        var stored = ImageMapping.Read(row, variations.Select(variation => new ShownPicture(variation, picture)), session).First(record => record.Id == ImageMapping.Id(row.Id, file));
        return new WriteResult<ProductImage>.Written(stored.Id, stored);
    }

    private async Task<JsonObject> NewAsync(ProductImage image, CancellationToken cancellationToken)
    {
        var entry = new JsonObject { ["alt"] = Legend(image) };
        if (image.Content.Address is { } address && (session.Options.ApplicationPassword is null || address.Host == session.Options.BaseAddress!.Host))
        {
            entry["src"] = address.AbsoluteUri;
            return entry;
        }

        if (session.Options.ApplicationPassword is null)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, WooCodes.Image, "The picture has no public address, and WooCommerce's keys cannot upload files.")
            {
                Field = nameof(ProductImage.Content),
                Remedy = "Set ApplicationUser and ApplicationPassword (WordPress, Users, Profile, Application passwords).",
            });
        }

        var bytes = await image.Content.OpenAsync(cancellationToken);
        var name = System.IO.Path.GetFileName(image.Content.FileName) is { Length: > 0 } file ? file : "picture.png";
        entry["id"] = await session.Client.UploadAsync(bytes, image.Content.MediaType is { Length: > 0 } type ? type : ImageMapping.MediaType(name) is { Length: > 0 } guess ? guess : "image/jpeg", string.Concat(name.Where(char.IsAscii)), cancellationToken);
        return entry;
    }

    private async Task<ProductRow?> ReadAsync(long product, CancellationToken cancellationToken) =>
        await session.Client.FindAsync(Path(product) + "?context=edit&_fields=id,sku,images,variations", cancellationToken) is { } json ? ProductRow.Read(json, []) : null;

    private string Legend(ProductImage image) => image.Legend.Best(session.Setup.Language)?.Trim() ?? "";

    private static JsonObject Kept(PictureRow picture, string? alt = null)
    {
        var entry = new JsonObject { ["id"] = picture.Id };
        if (alt is not null)
            entry["alt"] = alt;
        return entry;
    }

    private static string Path(long product) => "products/" + JsonValues.Invariant(product);

    private static ConnectorException NotFound() => new(new SyncProblem(ProblemKind.NotFound, WooCodes.NotFound, "The shop has no such picture or product.") { EntityKind = ProductImage.Kind });
}
