using System.Globalization;
using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>Reads cover pictures: a request per product, so a full read is for first runs, and the sweep goes round in the background.</summary>
internal sealed class ImageReader(DolibarrSession session) : IKind<ProductImage>, IReader<ProductImage>, IFinder<ProductImage>, IOwnedFinder<ProductImage>, ISweeper<ProductImage>
{
    private readonly ImageFiles _files = new(session.Client);
    private int? _round;

    public KindProfile<ProductImage> Profile { get; } = new() { ReadFields = new HashSet<string>(StringComparer.Ordinal) { nameof(ProductImage.Content) }, DateTrust = DateTrust.None, FindBatch = 50, WriteBatch = 10, Writers = 1 };

    public int? RequestsPerRound => _round;

    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(ProductImage.Kind, cancellationToken);
        foreach (var product in ids.Products.Order())
        {
            var cover = await _files.CoverAsync(product, cancellationToken);
            run.Known[Key(product)] = cover?.Value.Content.Revision ?? "";
            if (cover is not null)
                yield return ReadResult<ProductImage>.Of(cover);
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var product in ids.Select(ImageFiles.ProductOf).OfType<long>())
        {
            if (await _files.CoverAsync(product, cancellationToken) is { } cover)
                yield return ReadResult<ProductImage>.Of(cover);
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var owner in owners)
        {
            if (long.TryParse(owner.Id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var product) && await _files.CoverAsync(product, cancellationToken) is { } cover)
                yield return ReadResult<ProductImage>.Of(cover);
        }
    }

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.PeekAsync(cancellationToken);
        List<long> products = [.. ids.Products];
        _round = products.Count;
        var named = new List<RemoteId>();
        foreach (var product in await Rotation.NextAsync(memory, products, requests, cancellationToken))
        {
            var revision = (await _files.CoverAsync(product, cancellationToken))?.Value.Content.Revision ?? "";
            var old = await memory.GetAsync(Key(product), cancellationToken) ?? run.Known[Key(product)] ?? "";
            memory.Set(Key(product), revision.Length == 0 ? null : revision);
            run.Known[Key(product)] = null;
            if (!string.Equals(old, revision, StringComparison.Ordinal))
                named.Add(ImageFiles.CoverId(product));
        }

        return named;
    }

    private static string Key(long product) => $"image:{JsonValues.Invariant(product)}";
}
