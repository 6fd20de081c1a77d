using ErpSync.Reading;
using ErpSync.Telemetry;

namespace ErpSync.Writing;

/// <summary>Sends writes in batches, as many at the same time as the system bears, and reads back what an answer did not tell.</summary>
internal static class BatchSender
{
    /// <summary>One result per item, in order; a batch that could not be sent at all fails its own items only.</summary>
    public static async Task<WriteResult<T>[]> SendAsync<TItem, T>(
        SideContext<T> side,
        IReadOnlyList<TItem> items,
        Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<WriteResult<T>>>> send,
        PassContext context,
        CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var results = new WriteResult<T>[items.Count];
        var starts = Enumerable.Range(0, (items.Count + side.Profile.WriteBatch - 1) / side.Profile.WriteBatch).Select(batch => batch * side.Profile.WriteBatch);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, side.Profile.Writers), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(starts, options, async (start, token) =>
        {
            var batch = items.Skip(start).Take(side.Profile.WriteBatch).ToList();
            if (context.Heartbeat is not null)
                await context.Heartbeat(token);
            using var span = EngineSpans.Write(context.Pair, T.Kind, side.Name, batch.Count);
            IReadOnlyList<WriteResult<T>> answers;
            try
            {
                answers = await context.StopsAsync(T.Kind, side.Side, token) is { } stopped
                    ? [.. batch.Select(_ => new WriteResult<T>.Failed(stopped))]
                    : await send(batch, token);
            }
            catch (ConnectorException exception)
            {
                answers = [.. batch.Select(_ => new WriteResult<T>.Failed(exception.Problem))];
            }

            var failed = answers.OfType<WriteResult<T>.Failed>().ToList();
            span.Ended(failed.Count == 0 ? "complete" : failed.Count < batch.Count ? "partial" : "failed", failed.Count == 0 ? null : failed[0].Problem.Code);
            EngineLog.Written(context.Logger, context.Pair, T.Kind.Name, side.Name, batch.Count, failed.Count);
            for (var i = 0; i < batch.Count; i++)
                results[start + i] = i < answers.Count ? answers[i] : new WriteResult<T>.Failed(Unanswered(side));
        });
        return results;
    }

    private static SyncProblem Unanswered<T>(SideContext<T> side)
        where T : class, IEntity =>
        new(ProblemKind.OutcomeUnknown, "connector.result-missing", $"The connector of {side.Name:connection} gave no result for this record.") { Connection = side.Name, EntityKind = T.Kind };
}
