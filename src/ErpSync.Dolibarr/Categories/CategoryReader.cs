using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>Reads categories of products: one request for all of them, whose prints tell changes; so no dates are needed.</summary>
internal sealed class CategoryReader(DolibarrSession session) : IKind<Category>, IReader<Category>, ILister<Category>, IFinder<Category>, ITokenFinder<Category>
{
    private const int TokensPerRequest = 30;

    private static readonly HashSet<string> Fields = [nameof(Category.Name), nameof(Category.Description), nameof(Category.Parent)];

    public KindProfile<Category> Profile
    {
        get
        {
            var setup = session.Setup;
            return new KindProfile<Category>
            {
                ReadFields = Fields,
                Normalise = value => CategoryMapping.Normalise(value, setup),
                DateTrust = DateTrust.None,
                Writers = 1,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<Category>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Paths need the whole tree, so all rows are held before the first is given: categories are few, and a second request would cost more.
        var run = await session.RunAsync(cancellationToken);
        var tree = new CategoryTree();
        var items = new List<Http.JsonItem<CategoryRow>>();
        await foreach (var item in CategoryTree.ReadAsync(session.Client, "limit=0", cancellationToken))
        {
            items.Add(item);
            if (item.Value is { } row)
                tree.Put(row);
        }

        run.Categories.Put(tree);
        foreach (var item in items)
            yield return Result(item, tree, run);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in CategoryTree.ReadAsync(session.Client, "limit=0", cancellationToken))
        {
            if (item.Value is { } row)
            {
                run.Categories.Loaded?.Put(row);
                yield return new Listed(RemoteId.From(row.Id), row.Stamp);
            }
            else if (item.Problem?.Id is { } id)
            {
                yield return new Listed(id);
            }
            else
            {
                throw new ConnectorException(item.Problem!);
            }
        }
    }

    public async IAsyncEnumerable<ReadResult<Category>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var numbers = Numbers.Of(ids);
        if (numbers.Count == 0)
            yield break;
        var run = await session.RunAsync(cancellationToken);
        var tree = await run.Categories.GetAsync(cancellationToken);
        await foreach (var result in DeliverAsync($"limit=0&{SqlFilter.Query(SqlFilter.In("t.rowid", numbers))}", run, tree, cancellationToken))
            yield return result;
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        foreach (var some in tokens.Chunk(TokensPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            await foreach (var item in CategoryTree.ReadAsync(session.Client, $"limit=0&{SqlFilter.Query(SqlFilter.MayBe("t.ref_ext", some))}", cancellationToken))
            {
                // The database compares without case; rows come by ascending id, so the first is the lowest.
                if (item.Value is { RefExt: { } token } row && wanted.Contains(token))
                    found.TryAdd(token, RemoteId.From(row.Id));
            }
        }

        return found;
    }

    private async IAsyncEnumerable<ReadResult<Category>> DeliverAsync(string query, DolibarrRun run, CategoryTree tree, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in CategoryTree.ReadAsync(session.Client, query, cancellationToken))
        {
            if (item.Value is { } row)
                tree.Put(row);
            yield return Result(item, tree, run);
        }
    }

    private static ReadResult<Category> Result(Http.JsonItem<CategoryRow> item, CategoryTree tree, DolibarrRun run) => item.Value is { } row
        ? ReadResult<Category>.Of(CategoryMapping.Read(row, tree.Path(row.Id), run.Setup))
        : ReadResult<Category>.Bad(item.Problem! with { EntityKind = EntityKind.Category });
}
