using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Turns rows and entries of batches into results.</summary>
internal static class Results
{
    public static ReadResult<T> Map<T, TRow>(JsonItem<TRow> item, Func<TRow, Remote<T>> map)
        where T : class, IEntity
        where TRow : class
    {
        if (item.Value is not { } row)
            return ReadResult<T>.Bad(item.Problem! with { EntityKind = T.Kind });
        return Read(null, () => map(row));
    }

    /// <summary>One record; whatever is wrong with it, it is told and the others go on.</summary>
    public static ReadResult<T> Read<T>(RemoteId? id, Func<Remote<T>> map)
        where T : class, IEntity
    {
        try
        {
            return ReadResult<T>.Of(map());
        }
        catch (ConnectorException fault)
        {
            return ReadResult<T>.Bad(fault.Problem with { EntityKind = T.Kind, Id = fault.Problem.Id ?? id });
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            return ReadResult<T>.Bad(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, $"The record cannot be read: {fault.Message}") { EntityKind = T.Kind, Id = id });
        }
    }

    /// <summary>The result of a write whose answer holds the row as it is stored. A row that cannot be read is read again by the engine.</summary>
    public static WriteResult<T> Written<T>(BatchEntry entry, RemoteId? id, Func<JsonElement, Remote<T>> map, string connection)
        where T : class, IEntity
    {
        if (entry.Row is not { } row)
            return Failed<T>(entry.Problem!, id, connection);
        try
        {
            var stored = map(row);
            return new WriteResult<T>.Written(stored.Id, stored);
        }
        catch (ConnectorException) when (id is not null)
        {
            return new WriteResult<T>.Written(id.Value);
        }
        catch (ConnectorException fault)
        {
            return Failed<T>(fault.Problem with { Kind = ProblemKind.OutcomeUnknown }, id, connection);
        }
    }

    public static WriteResult<T> Failed<T>(SyncProblem problem, RemoteId? id, string connection)
        where T : class, IEntity =>
        new WriteResult<T>.Failed(problem with { Connection = problem.Connection ?? connection, EntityKind = T.Kind, Id = problem.Id ?? id });

    /// <summary>Carries out writes one record at a time; a refusal of one does not stop the others.</summary>
    public static async Task<IReadOnlyList<WriteResult<T>>> EachAsync<T, TItem>(IReadOnlyList<TItem> batch, Func<TItem, RemoteId?> id, Func<TItem, CancellationToken, Task<WriteResult<T>>> write, string connection, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var results = new List<WriteResult<T>>(batch.Count);
        foreach (var item in batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                results.Add(await write(item, cancellationToken));
            }
            catch (ConnectorException fault)
            {
                results.Add(Failed<T>(fault.Problem, id(item), connection));
            }
        }

        return results;
    }
}
