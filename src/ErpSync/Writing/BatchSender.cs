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
        CancellationToken cancellationToken,
        WriterTurn? turn = null)
        where T : class, IEntity
    {
        var results = new WriteResult<T>[items.Count];
        if (items.Count == 0)
            return results;
        await using var own = turn is null ? await TakeTurnAsync(context, side, items.Count) : null;
        if ((turn ?? own) is not { } writers)
        {
            Array.Fill(results, new WriteResult<T>.Failed(side.Stopped! with { Kind = ProblemKind.Held }));
            return results;
        }

        var starts = Enumerable.Range(0, (items.Count + side.Profile.WriteBatch - 1) / side.Profile.WriteBatch).Select(batch => batch * side.Profile.WriteBatch);
        var options = new ParallelOptions { MaxDegreeOfParallelism = writers.Writers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(starts, options, async (start, token) =>
        {
            var batch = items.Skip(start).Take(side.Profile.WriteBatch).ToList();
            using var span = EngineSpans.Write(context.Pair, T.Kind, side.Name, batch.Count);
            IReadOnlyList<WriteResult<T>> answers;
            var isSent = false;
            try
            {
                await writers.ProveAsync(side.Profile.WriteTimeout, token);
                WriteProof.Use(writers.ProveAsync);
                var stopped = side.Stopped is { } lost ? lost with { Kind = ProblemKind.Held } : await context.StopsAsync(T.Kind, side.Side, token);
                isSent = stopped is null;
                answers = stopped is null ? await send(batch, token) : [.. batch.Select(_ => new WriteResult<T>.Failed(stopped))];
            }
            catch (LeaseLostException exception)
            {
                // Nobody knows how much of a batch was sent before its lease was lost: it is looked for.
                side.Stopped = exception.Problem;
                answers = [.. batch.Select(_ => new WriteResult<T>.Failed(exception.Problem with { Kind = isSent ? ProblemKind.OutcomeUnknown : ProblemKind.Held }))];
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

    /// <summary>The right to write, waited for; null when it cannot be had, and then <see cref="SideContext{T}.Stopped"/> says why.</summary>
    public static async Task<WriterTurn?> TakeTurnAsync<T>(PassContext context, SideContext<T> side, int records)
        where T : class, IEntity
    {
        if (side.Stopped is not null)
            return null;
        try
        {
            return await context.Leases!.TakeWritersAsync(side.Name, T.Kind, side.Profile.Writers, side.Profile.SharesWriter, (records + side.Profile.WriteBatch - 1) / side.Profile.WriteBatch);
        }
        catch (LeaseLostException exception)
        {
            side.Stopped = exception.Problem;
            return null;
        }
    }

    private static SyncProblem Unanswered<T>(SideContext<T> side)
        where T : class, IEntity =>
        new(ProblemKind.OutcomeUnknown, "connector.result-missing", $"The connector of {side.Name:connection} gave no result for this record.") { Connection = side.Name, EntityKind = T.Kind };
}
