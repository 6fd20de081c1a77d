using System.Runtime.CompilerServices;

namespace ErpSync.Simulation.Planted;

/// <summary>Capabilities that pass everything through a function.</summary>
internal sealed class UpdaterBy<T>(Func<IReadOnlyList<Revision<T>>, Task<IReadOnlyList<WriteResult<T>>>> update) : IUpdater<T>
    where T : class, IEntity
{
    public Task<IReadOnlyList<WriteResult<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken) => update(batch);
}

internal sealed class CreatorBy<T>(Func<IReadOnlyList<Creation<T>>, Task<IReadOnlyList<WriteResult<T>>>> create) : ICreator<T>
    where T : class, IEntity
{
    public Task<IReadOnlyList<WriteResult<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken) => create(batch);
}

internal sealed class FinderBy<T>(Func<IReadOnlyCollection<RemoteId>, IAsyncEnumerable<ReadResult<T>>> find) : IFinder<T>
    where T : class, IEntity
{
    public IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) => find(ids);
}

internal sealed class ReaderBy<T>(Func<IAsyncEnumerable<ReadResult<T>>> read) : IReader<T>
    where T : class, IEntity
{
    public IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken) => read();
}

internal sealed class ListerBy<T>(Func<IAsyncEnumerable<Listed>> list) : ILister<T>
    where T : class, IEntity
{
    public IAsyncEnumerable<Listed> ListAsync(CancellationToken cancellationToken) => list();
}

internal sealed class ChangesBy<T>(Func<Task<string>> cursor, Func<string, IAsyncEnumerable<ReadResult<T>>> read) : IChangeReader<T>
    where T : class, IEntity
{
    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => cursor();

    public IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, CancellationToken cancellationToken) => read(cursor);
}

internal sealed class TokensBy<T>(Func<IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, RemoteId>>> find) : ITokenFinder<T>
    where T : class, IEntity
{
    public Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken) => find(tokens);
}

/// <summary>Changes what a connector answers, whichever way it is asked.</summary>
internal static class Decorators
{
    /// <summary>Passes every stream of rows of a kind through a function.</summary>
    public static void Rows<T>(Connector connector, Func<IAsyncEnumerable<ReadResult<T>>, IAsyncEnumerable<ReadResult<T>>> change)
        where T : class, IEntity
    {
        if (connector.Find<IFinder<T>>() is { } finder)
            connector.With<IFinder<T>>(new FinderBy<T>(ids => change(finder.FindAsync(ids, CancellationToken.None))));
        if (connector.Find<IReader<T>>() is { } reader)
            connector.With<IReader<T>>(new ReaderBy<T>(() => change(reader.ReadAsync(CancellationToken.None))));
        if (connector.Find<IChangeReader<T>>() is { } changes)
            connector.With<IChangeReader<T>>(new ChangesBy<T>(() => changes.TakeCursorAsync(CancellationToken.None), cursor => change(changes.ReadChangedAsync(cursor, CancellationToken.None))));
    }

    /// <summary>Changes single rows; null leaves one out.</summary>
    public static void EachRow<T>(Connector connector, Func<ReadResult<T>, ReadResult<T>?> change)
        where T : class, IEntity => Rows<T>(connector, rows => MapAsync(rows, change));

    /// <summary>Changes the answers to updates.</summary>
    public static void Updates<T>(Connector connector, Func<Revision<T>, Revision<T>> revise, Func<Revision<T>, WriteResult<T>, WriteResult<T>> answer)
        where T : class, IEntity
    {
        if (connector.Find<IUpdater<T>>() is not { } updater)
            return;
        connector.With<IUpdater<T>>(new UpdaterBy<T>(async batch =>
        {
            var results = await updater.UpdateAsync([.. batch.Select(revise)], CancellationToken.None);
            return [.. results.Select((result, i) => answer(batch[i], result))];
        }));
    }

    /// <summary>Changes the answers to creates.</summary>
    public static void Creates<T>(Connector connector, Func<Creation<T>, WriteResult<T>, WriteResult<T>> answer)
        where T : class, IEntity
    {
        if (connector.Find<ICreator<T>>() is not { } creator)
            return;
        connector.With<ICreator<T>>(new CreatorBy<T>(async batch =>
        {
            var results = await creator.CreateAsync(batch, CancellationToken.None);
            return [.. results.Select((result, i) => answer(batch[i], result))];
        }));
    }

    private static async IAsyncEnumerable<ReadResult<T>> MapAsync<T>(IAsyncEnumerable<ReadResult<T>> rows, Func<ReadResult<T>, ReadResult<T>?> change, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IEntity
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (change(row) is { } changed)
                yield return changed;
        }
    }
}
