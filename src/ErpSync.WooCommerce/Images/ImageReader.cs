using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads the pictures of products and of their variations; the files themselves are fetched when somebody asks for them.</summary>
internal sealed class ImageReader(WooSession session, VariantRows variants) : IKind<ProductImage>, IReader<ProductImage>, IChangeReader<ProductImage>, ILister<ProductImage>, IFinder<ProductImage>, IOwnedFinder<ProductImage>
{
    private const string Fields = "products?context=edit&_fields=id,sku,date_modified_gmt,images,variations";

    private readonly JsonItemParser<ProductRow> _parse = ProductReader.Parser([]);

    public KindProfile<ProductImage> Profile
    {
        get
        {
            var language = session.Setup.Language;
            return new KindProfile<ProductImage>
            {
                ReadFields = new HashSet<string>(StringComparer.Ordinal) { nameof(ProductImage.Content), nameof(ProductImage.IsCover), nameof(ProductImage.Position), nameof(ProductImage.Legend), nameof(ProductImage.Variants) },
                WrittenFields = new HashSet<string>(StringComparer.Ordinal) { nameof(ProductImage.Content), nameof(ProductImage.Legend), nameof(ProductImage.Variants) },
                Normalise = value => value with { Legend = value.Legend.Only([language]).Select(text => text.Trim()), Position = value.IsCover ? 0 : value.Position, Variants = ImageMapping.Own(value) },
                DateTrust = DateTrust.Partial,
                WriteBatch = 20,
                WriteTimeout = session.Options.AttemptTimeout,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var shown = await ShownPicture.GroupAsync(variants.AllAsync(run, cancellationToken), cancellationToken);
        await foreach (var item in session.Pager.ReadAsync(Fields, _parse, cancellationToken))
        {
            foreach (var result in Map(item, item.Value is { } row ? shown[row.Id] : []))
                yield return result;
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    /// <summary>A product's date moves with every picture of its own and with every save of a variation.</summary>
    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in run.ChangedAsync(ProductImage.Kind, ProductReader.List, run.Since(cursor), ProductReader.Parser(run.Setup.CustomFields), cancellationToken))
        {
            foreach (var result in Map(item, await ShownAsync(run, item.Value, cancellationToken)))
                yield return result;
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var shown = run.Setup.HasVariationsRoute
            ? (await session.Variations.ListAsync(ProductImage.Kind, run, "", cancellationToken)).Where(row => row.Images.Count > 0).ToLookup(row => row.Parent, row => row.Images[0])
            : (await ShownPicture.GroupAsync(variants.AllAsync(run, cancellationToken), cancellationToken)).SelectMany(group => group.Select(entry => (group.Key, entry.Picture.Id))).ToLookup(entry => entry.Key, entry => entry.Id);
        foreach (var row in await session.Products.ListAsync(ProductImage.Kind, run, "", cancellationToken))
        {
            foreach (var image in row.Images.Concat(shown[row.Id]).Distinct())
                yield return new Listed(ImageMapping.Id(row.Id, image));
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var wanted = ids.ToHashSet();
        await foreach (var result in OfAsync(run, ids.Select(ImageMapping.Parse).OfType<(long Product, long File)>().Select(id => id.Product), cancellationToken))
        {
            if (result.Record is null || wanted.Contains(result.Record.Id))
                yield return result;
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var result in OfAsync(run, owners.Where(owner => owner.Kind == EntityKind.Product).Select(owner => JsonValues.Number(owner.Id)).OfType<long>(), cancellationToken))
            yield return result;
    }

    private async IAsyncEnumerable<ReadResult<ProductImage>> OfAsync(WooRun run, IEnumerable<long> products, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in RowFinder.FindAsync(session, Fields, products, _parse, cancellationToken))
        {
            foreach (var result in Map(item, await ShownAsync(run, item.Value, cancellationToken)))
                yield return result;
        }
    }

    private async ValueTask<IEnumerable<ShownPicture>> ShownAsync(WooRun run, ProductRow? row, CancellationToken cancellationToken) =>
        row is not { HasVariations: true } product ? [] : (await ShownPicture.GroupAsync(variants.OfAsync(run, product.Id, cancellationToken), cancellationToken)).SelectMany(group => group);

    private IEnumerable<ReadResult<ProductImage>> Map(JsonItem<ProductRow> item, IEnumerable<ShownPicture> shown) =>
        item.Value is { } row ? ImageMapping.Read(row, shown, session).Select(ReadResult<ProductImage>.Of) : [ReadResult<ProductImage>.Bad(item.Problem! with { EntityKind = ProductImage.Kind })];
}
