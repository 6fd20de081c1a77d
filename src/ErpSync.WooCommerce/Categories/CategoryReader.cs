using System.Runtime.CompilerServices;

namespace ErpSync.WooCommerce;

/// <summary>Reads categories: all at once, for a page holds a hundred. The default category is no record.</summary>
internal sealed class CategoryReader(WooSession session) : IKind<Category>, IReader<Category>, ILister<Category>, IFinder<Category>, INewestId<Category>
{
    public KindProfile<Category> Profile
    {
        get
        {
            var setup = session.Setup;
            return new KindProfile<Category>
            {
                ReadFields = new HashSet<string>(StringComparer.Ordinal) { nameof(Category.Name), nameof(Category.Description), nameof(Category.Parent) },
                Normalise = value => CategoryMapping.Normalise(value, setup),
                WriteTimeout = session.Options.AttemptTimeout,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<Category>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in await RecordsAsync(cancellationToken))
            yield return ReadResult<Category>.Of(record);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in await RecordsAsync(cancellationToken))
            yield return new Listed(record.Id, record.Stamp);
    }

    public async IAsyncEnumerable<ReadResult<Category>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet();
        foreach (var record in (await RecordsAsync(cancellationToken)).Where(record => wanted.Contains(record.Id)))
            yield return ReadResult<Category>.Of(record);
    }

    public async Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => (await RecordsAsync(cancellationToken)).LastOrDefault()?.Id;

    public async IAsyncEnumerable<ReadResult<Category>> ReadNewerThanAsync(RemoteId? id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in (await RecordsAsync(cancellationToken)).Where(record => id is null || record.Id.CompareTo(id.Value) > 0))
            yield return ReadResult<Category>.Of(record);
    }

    private async Task<IReadOnlyList<Remote<Category>>> RecordsAsync(CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        run.Categories.Forget();
        var tree = await run.Categories.GetAsync(cancellationToken);
        return [.. tree.Rows.Select(row => CategoryMapping.Read(row, tree.Path(row), run.Setup, tree.Default))];
    }
}
