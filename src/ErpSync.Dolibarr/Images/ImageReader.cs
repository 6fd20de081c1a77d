using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>Reads the pictures of products: a request per product, so a full read is for first runs, and the sweep goes round in the background.</summary>
internal sealed class ImageReader(DolibarrSession session) : IKind<ProductImage>, IReader<ProductImage>, IFinder<ProductImage>, IOwnedFinder<ProductImage>, ISweeper<ProductImage>
{
    private readonly ImageFiles _files = new(session.Client);
    private int? _round;

    public KindProfile<ProductImage> Profile { get; } = new()
    {
        ReadFields = new HashSet<string>(StringComparer.Ordinal) { nameof(ProductImage.Content), nameof(ProductImage.IsCover), nameof(ProductImage.Position) },
        WrittenFields = new HashSet<string>(StringComparer.Ordinal) { nameof(ProductImage.Content) },
        Normalise = static image => image with { Position = image.IsCover ? 0 : image.Position, Legend = LocalizedText.Empty, Variants = RefSet.Empty },
        DateTrust = DateTrust.None,
        FindBatch = 50,
        WriteBatch = 10,
        Writers = 1,
    };

    public int? RequestsPerRound => _round;

    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var ids = await run.Ids.GetAsync(ProductImage.Kind, cancellationToken);
        foreach (var product in ids.Products.Order())
        {
            var pictures = await _files.RecordsAsync(product, cancellationToken);
            run.Known[Key(product)] = Text(pictures);
            foreach (var picture in pictures)
                yield return ReadResult<ProductImage>.Of(picture);
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet();
        foreach (var product in ids.Select(ImageFiles.ProductOf).OfType<long>().Distinct())
        {
            foreach (var picture in (await _files.RecordsAsync(product, cancellationToken)).Where(picture => wanted.Contains(picture.Id)))
                yield return ReadResult<ProductImage>.Of(picture);
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductImage>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var product in Numbers.Of(owners.Where(owner => owner.Kind == EntityKind.Product).Select(owner => owner.Id)))
        {
            foreach (var picture in await _files.RecordsAsync(product, cancellationToken))
                yield return ReadResult<ProductImage>.Of(picture);
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
            var now = Text(await _files.RecordsAsync(product, cancellationToken));
            var old = await memory.GetAsync(Key(product), cancellationToken) ?? run.Known[Key(product)] ?? "";
            memory.Set(Key(product), now.Length == 0 ? null : now);
            run.Known[Key(product)] = null;
            named.AddRange(Different(old, now));
        }

        return named;
    }

    private static string Key(long product) => $"image:{JsonValues.Invariant(product)}";

    // A line per picture: its id and what its content and place are told by.
    private static string Text(IEnumerable<Remote<ProductImage>> pictures) =>
        string.Join('\n', pictures.Select(picture => $"{Prints.Of(picture.Value.Content.Revision, JsonValues.Invariant(picture.Value.Position))} {picture.Id.Value}"));

    private static IEnumerable<RemoteId> Different(string old, string now)
    {
        var (before, after) = (old.Split('\n', StringSplitOptions.RemoveEmptyEntries), now.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return before.Except(after).Concat(after.Except(before)).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Select(id => new RemoteId(id));
    }
}
