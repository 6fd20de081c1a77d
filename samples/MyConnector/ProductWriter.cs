using ErpSync;

namespace MyConnector;

/// <summary>Step two: what makes it read-write. Tokens are stored, so that a create whose answer was lost is found again instead of repeated.</summary>
/// <param name="file">The file.</param>
public sealed class ProductWriter(ProductFile file) : ICreator<Product>, IUpdater<Product>, IDeleter<Product>, ITokenFinder<Product>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(IReadOnlyList<Creation<Product>> batch, CancellationToken cancellationToken) => EachAsync(batch, Create, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult<Product>>> UpdateAsync(IReadOnlyList<Revision<Product>> batch, CancellationToken cancellationToken) => EachAsync(batch, Update, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult<Product>>> DeleteAsync(IReadOnlyList<Remote<Product>> batch, CancellationToken cancellationToken) => EachAsync(batch, Delete, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, RemoteId>>(file.Load()
            .Where(row => row.Token is not null && tokens.Contains(row.Token))
            .GroupBy(row => row.Token!)
            .ToDictionary(rows => rows.Key, rows => RemoteId.From(rows.Min(row => row.Id))));

    private static WriteResult<Product> Create(List<ProductRow> rows, Creation<Product> creation)
    {
        var blank = new ProductRow(rows.Select(row => row.Id).DefaultIfEmpty().Max() + 1, null, "", null, creation.Token);
        rows.Add(ProductMapping.Write(blank, creation.Value, ProductMapping.Profile.ReadFields!));
        return new WriteResult<Product>.Written(RemoteId.From(blank.Id), ProductMapping.Read(rows[^1]));
    }

    private static WriteResult<Product> Update(List<ProductRow> rows, Revision<Product> revision)
    {
        var place = rows.FindIndex(row => RemoteId.From(row.Id) == revision.Current.Id);
        if (place < 0)
            return new WriteResult<Product>.Failed(new SyncProblem(ProblemKind.NotFound, "my-connector.row-missing", "The file has no such row.") { EntityKind = EntityKind.Product, Id = revision.Current.Id });
        rows[place] = ProductMapping.Write(rows[place], revision.Wanted, revision.Fields);
        return new WriteResult<Product>.Written(revision.Current.Id, ProductMapping.Read(rows[place]));
    }

    private static WriteResult<Product> Delete(List<ProductRow> rows, Remote<Product> record)
    {
        rows.RemoveAll(row => RemoteId.From(row.Id) == record.Id);
        return new WriteResult<Product>.Written(record.Id);
    }

    private async Task<IReadOnlyList<WriteResult<Product>>> EachAsync<TItem>(IReadOnlyList<TItem> batch, Func<List<ProductRow>, TItem, WriteResult<Product>> write, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var results = new List<WriteResult<Product>>(batch.Count);
        foreach (var item in batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(file.Change(rows => write(rows, item)));
        }

        return results;
    }
}
