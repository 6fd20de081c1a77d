namespace ErpSync.Recipes;

/// <summary>The ERP's documents: their services exist before they are written.</summary>
internal sealed class ErpDocuments<T>(ServiceKeeper services) : KindDecorator<T>
    where T : class, IEntity
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<Creation<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken)
    {
        await services.EnsureAsync(cancellationToken);
        return batch;
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<Revision<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken)
    {
        await services.EnsureAsync(cancellationToken);
        return batch;
    }
}
