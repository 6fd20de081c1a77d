namespace ErpSync.Vtiger;

/// <summary>Turns what happened to single records into results.</summary>
internal static class Results
{
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
