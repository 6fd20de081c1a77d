using ErpSync.Comparing;
using ErpSync.Reading;

namespace ErpSync.Writing;

/// <summary>Deletes survivors at one side: guard read, a note of what they held, delete, look-up where the outcome is unknown.</summary>
internal sealed class Deleter<T>(PassContext context, SideContext<T> side, RecordComparer<T> comparer, DeletionNotes<T> notes)
    where T : class, IEntity
{
    public async Task<IReadOnlyList<Outcome<T>>> DeleteAsync(IReadOnlyList<Outcome<T>> outcomes, CancellationToken cancellationToken)
    {
        var result = outcomes.ToArray();
        var mine = Enumerable.Range(0, result.Length).Where(i => result[i] is { IsStale: false, Problem: null } && result[i].Decision.DeleteAt == side.Side).ToList();
        if (mine.Count == 0)
            return result;
        await using var turn = await BatchSender.TakeTurnAsync(context, side, mine.Count);
        if (turn is null)
        {
            foreach (var i in mine)
                result[i] = result[i] with { Problem = side.Stopped! with { Kind = ProblemKind.Held } };
            return result;
        }

        // A batch is guarded just before it is sent: between the look and a deletion lies one request at most.
        foreach (var batch in mine.Chunk(Math.Max(1, side.Profile.WriteBatch)))
            await DeleteAsync(result, [.. batch], turn, cancellationToken);
        return result;
    }

    private async Task DeleteAsync(Outcome<T>[] result, List<int> mine, WriterTurn turn, CancellationToken cancellationToken)
    {
        if (await FetchAsync(result, mine, cancellationToken) is not { } guards)
            return;
        var doomed = new List<(int Index, Remote<T> Record)>();
        foreach (var i in mine)
        {
            if (guards.Problem(IdOf(result[i])) is { } unreadable)
                result[i] = result[i] with { Problem = Locate(unreadable, IdOf(result[i])) };
            else if (guards.Find(IdOf(result[i])) is not { } current)
                result[i] = result[i] with { WasDeleted = true };
            else if (!comparer.Fingerprint(side.Side, current.Value).AsSpan().SequenceEqual(result[i].Decision.Compared!.Fingerprint(side.Side)))
                result[i] = result[i] with { IsStale = true };
            else
                doomed.Add((i, current));
        }

        if (doomed.Count == 0)
            return;
        await notes.WriteAsync(side.Side, [.. doomed.Select(item => item.Record)], cancellationToken);
        var answers = await BatchSender.SendAsync(side, [.. doomed.Select(item => item.Record)], side.Deleter!.DeleteAsync, context, cancellationToken, turn);
        var unknown = doomed.Where((_, n) => answers[n] is WriteResult<T>.Failed { Problem.Kind: ProblemKind.OutcomeUnknown }).Select(item => item.Index).ToList();
        var left = unknown.Count == 0 ? null : await FetchAsync(result, unknown, cancellationToken);
        for (var n = 0; n < doomed.Count; n++)
        {
            var (i, record) = doomed[n];
            result[i] = answers[n] switch
            {
                WriteResult<T>.Written or WriteResult<T>.Failed { Problem.Kind: ProblemKind.NotFound } => result[i] with { WasDeleted = true },
                WriteResult<T>.Failed { Problem.Kind: ProblemKind.OutcomeUnknown } when left is not null && left.Find(record.Id) is null && left.Problem(record.Id) is null => result[i] with { WasDeleted = true },
                WriteResult<T>.Failed { Problem.Kind: ProblemKind.Stale } => result[i] with { IsStale = true },
                WriteResult<T>.Failed failed => result[i] with { Problem = Locate(failed.Problem, record.Id) },
                _ => result[i],
            };
        }
    }

    /// <summary>The records as they are now; null when they could not be read, and then nothing is deleted or known here.</summary>
    private async Task<Fetched<T>?> FetchAsync(Outcome<T>[] result, List<int> indexes, CancellationToken cancellationToken)
    {
        try
        {
            return await Loader<T>.FetchAsync(side, [.. indexes.Select(i => IdOf(result[i]))], null, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            foreach (var i in indexes)
                result[i] = result[i] with { Problem = Locate(exception.Problem, IdOf(result[i])) };
            return null;
        }
    }

    private SyncProblem Locate(SyncProblem problem, RemoteId id) => problem with { Connection = side.Name, EntityKind = T.Kind, Id = problem.Id ?? id };

    private RemoteId IdOf(Outcome<T> outcome) => outcome.Decision.Loaded.At(side.Side)!.Id;
}
