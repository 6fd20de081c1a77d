namespace ErpSync;

/// <summary>The writing capabilities of a kind behind a decoration. Only those that the connector has are registered.</summary>
internal sealed class DecoratedWriting<T>(Connector connector, KindDecorator<T> decorator) : ICreator<T>, IUpdater<T>
    where T : class, IEntity
{
    private readonly ICreator<T>? _creator = connector.Find<ICreator<T>>();
    private readonly IUpdater<T>? _updater = connector.Find<IUpdater<T>>();

    public async Task<IReadOnlyList<WriteResult<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken) =>
        await AdjustAsync(await _creator!.CreateAsync(await decorator.CreateAsync(batch, cancellationToken), cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<WriteResult<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken) =>
        await AdjustAsync(await _updater!.UpdateAsync(await decorator.UpdateAsync(batch, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>What was stored is adjusted as if it were read; where that fails, the engine reads it back.</summary>
    private async Task<IReadOnlyList<WriteResult<T>>> AdjustAsync(IReadOnlyList<WriteResult<T>> results, CancellationToken cancellationToken)
    {
        var stored = results.OfType<WriteResult<T>.Written>().Select(written => written.Stored).OfType<Remote<T>>().ToList();
        if (stored.Count == 0)
            return results;
        var adjusted = new Dictionary<RemoteId, Remote<T>>();
        try
        {
            foreach (var result in await decorator.ReadAsync(stored, cancellationToken))
            {
                if (result.Record is { } record)
                    adjusted[record.Id] = record;
            }
        }
        catch (ConnectorException)
        {
            adjusted.Clear(); // The write was carried out: its outcome is not lost because of a look-up.
        }

        return [.. results.Select(result => result is WriteResult<T>.Written { Stored: not null } written ? written with { Stored = adjusted.GetValueOrDefault(written.Id) } : result)];
    }
}
