using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads the pictures of products; the files themselves are fetched when somebody asks for them.</summary>
internal sealed class ImageReader(WooSession session) : IKind<ProductImage>, IReader<ProductImage>, IChangeReader<ProductImage>, ILister<ProductImage>, IFinder<ProductImage>, IOwnedFinder<ProductImage>
{
    private readonly JsonItemParser<ProductRow> _parse = ProductReader.Parser([]);

    public KindProfile<ProductImage> Profile
    {
        get
        {
            var language = session.Setup.Language;
            return new KindProfile<ProductImage>
            {
                ReadFields = new HashSet<string>(StringComparer.Ordinal) { nameof(ProductImage.Content), nameof(ProductImage.IsCover), nameof(ProductImage.Position), nameof(ProductImage.Legend) },
                WrittenFields = new HashSet<string>(StringComparer.Ordinal) { nameof(ProductImage.Content), nameof(ProductImage.Legend) },
                Normalise = value => value with { Legend = value.Legend.Only([language]).Select(text => text.Trim()), Position = value.IsCover ? 0 : value.Position, Variants = RefSet.Empty },
                DateTrust = DateTrust.Partial,
                WriteBatch = 20,
                WriteTimeout = session.Options.AttemptTimeout,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync("products?context=edit&_fields=id,sku,date_modified_gmt,images", _parse, cancellationToken))
        {
            foreach (var result in Map(item))
                yield return result;
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in run.ChangedAsync(ProductImage.Kind, ProductReader.List, run.Since(cursor), ProductReader.Parser(run.Setup.CustomFields), cancellationToken))
        {
            foreach (var result in Map(item))
                yield return result;
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var row in await session.Products.ListAsync(ProductImage.Kind, run, "", cancellationToken))
        {
            foreach (var image in row.Images)
                yield return new Listed(ImageMapping.Id(row.Id, image));
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        var wanted = ids.ToHashSet();
        await foreach (var result in OfAsync(ids.Select(ImageMapping.Parse).OfType<(long Product, long File)>().Select(id => id.Product), cancellationToken))
        {
            if (result.Record is null || wanted.Contains(result.Record.Id))
                yield return result;
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        await foreach (var result in OfAsync(owners.Where(owner => owner.Kind == EntityKind.Product).Select(owner => JsonValues.Number(owner.Id)).OfType<long>(), cancellationToken))
            yield return result;
    }

    private async IAsyncEnumerable<ReadResult<ProductImage>> OfAsync(IEnumerable<long> products, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in RowFinder.FindAsync(session, "products?context=edit&_fields=id,sku,date_modified_gmt,images", products, _parse, cancellationToken))
        {
            foreach (var result in Map(item))
                yield return result;
        }
    }

    private IEnumerable<ReadResult<ProductImage>> Map(JsonItem<ProductRow> item) =>
        item.Value is { } row ? ImageMapping.Read(row, session).Select(ReadResult<ProductImage>.Of) : [ReadResult<ProductImage>.Bad(item.Problem! with { EntityKind = ProductImage.Kind })];
}
