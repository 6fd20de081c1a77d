using System.Runtime.CompilerServices;
using ErpSync;

namespace MyConnector;

/// <summary>Step one: what a read-only connector needs.</summary>
/// <param name="file">The file.</param>
public sealed class ProductReader(ProductFile file) : IKind<Product>, IReader<Product>, IFinder<Product>
{
    /// <inheritdoc/>
    public KindProfile<Product> Profile => ProductMapping.Profile;

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<Product>> ReadAsync(CancellationToken cancellationToken) => StreamAsync(_ => true, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) =>
        StreamAsync(row => ids.Contains(RemoteId.From(row.Id)), cancellationToken);

    private async IAsyncEnumerable<ReadResult<Product>> StreamAsync(Func<ProductRow, bool> wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var row in file.Load().Where(wanted))
            yield return ReadResult<Product>.Of(ProductMapping.Read(row));
    }
}
