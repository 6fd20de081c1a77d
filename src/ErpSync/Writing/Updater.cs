using ErpSync.Comparing;
using ErpSync.Reading;

namespace ErpSync.Writing;

/// <summary>Updates records at one side: guard read, write, read back.</summary>
internal sealed class Updater<T>(PassContext context, SideContext<T> side, RecordComparer<T> comparer, TargetValues<T> values)
    where T : class, IEntity
{
    public async Task<IReadOnlyList<Outcome<T>>> UpdateAsync(IReadOnlyList<Outcome<T>> outcomes, CancellationToken cancellationToken)
    {
        var result = outcomes.ToArray();
        var mine = Enumerable.Range(0, result.Length).Where(i => result[i] is { IsStale: false, Problem: null } && result[i].Decision.Writes(side.Side).Count > 0).ToList();
        if (mine.Count == 0)
            return result;
        await using var turn = await BatchSender.TakeTurnAsync(context, side, mine.Count);
        if (turn is null)
        {
            foreach (var i in mine)
                result[i] = result[i] with { Problem = side.Stopped! with { Kind = ProblemKind.Held } };
            return result;
        }

        if (await GuardAsync(result, mine, cancellationToken) is not { } guards)
            return result;
        var wanted = await values.ForUpdateAsync(side.Side, [.. mine.Select(i => result[i].Decision)], cancellationToken);
        var revisions = new List<(int Index, Revision<T> Revision)>();
        for (var n = 0; n < mine.Count; n++)
        {
            var i = mine[n];
            var decision = result[i].Decision;
            if (wanted[n].Problem is { } waiting)
                result[i] = result[i] with { Problem = waiting, IsDeferred = result[i].StoredFirst is null };
            else if (guards.Find(IdOf(result[i])) is not { } current || !comparer.Fingerprint(side.Side, current.Value).AsSpan().SequenceEqual(decision.Compared!.Fingerprint(side.Side)))
                result[i] = result[i] with { IsStale = true };
            else
                revisions.Add((i, new Revision<T>(current, wanted[n].Value, [.. decision.Writes(side.Side).Select(field => field.Name)]) { MayMail = side.MayMail && !context.Full && decision.Item.IsLinked }));
        }

        var answers = await BatchSender.SendAsync(side, [.. revisions.Select(item => item.Revision)], side.Updater!.UpdateAsync, context, cancellationToken, turn);
        await TakeAnswersAsync(result, revisions, answers, cancellationToken);
        return result;
    }

    /// <summary>The targets as they are now; null when they could not be read, and then nothing is written here.</summary>
    private async Task<Fetched<T>?> GuardAsync(Outcome<T>[] result, List<int> mine, CancellationToken cancellationToken)
    {
        try
        {
            return await Loader<T>.FetchAsync(side, [.. mine.Select(i => IdOf(result[i]))], null, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            foreach (var i in mine)
                result[i] = result[i] with { Problem = Locate(exception.Problem, IdOf(result[i])) };
            return null;
        }
    }

    private async Task TakeAnswersAsync(Outcome<T>[] result, List<(int Index, Revision<T> Revision)> revisions, WriteResult<T>[] answers, CancellationToken cancellationToken)
    {
        var toRead = new List<RemoteId>();
        for (var n = 0; n < answers.Length; n++)
        {
            if (answers[n] is WriteResult<T>.Written { Stored: null } or WriteResult<T>.Failed { Problem.Kind: ProblemKind.OutcomeUnknown })
                toRead.Add(revisions[n].Revision.Current.Id);
        }

        var back = await ReadBack.FetchAsync(side, toRead, cancellationToken);
        for (var n = 0; n < answers.Length; n++)
        {
            var (i, revision) = revisions[n];
            var stored = (answers[n] as WriteResult<T>.Written)?.Stored ?? back.Find(revision.Current.Id);
            result[i] = answers[n] switch
            {
                WriteResult<T>.Written when stored is not null => result[i].WithStored(side.Side, stored),
                WriteResult<T>.Failed { Problem.Kind: ProblemKind.OutcomeUnknown } when stored is not null && Holds(stored.Value, revision) => result[i].WithStored(side.Side, stored),
                WriteResult<T>.Failed { Problem.Kind: ProblemKind.Stale } => result[i] with { IsStale = true },
                WriteResult<T>.Failed failed => result[i] with { Problem = Locate(failed.Problem, revision.Current.Id) },
                _ => result[i] with { Problem = Locate(new SyncProblem(ProblemKind.OutcomeUnknown, "write.not-read-back", "The record could not be read back after the write."), revision.Current.Id) },
            };
            if (result[i].Problem is { Kind: ProblemKind.OutcomeUnknown })
                result[i] = result[i].WithDoubtful(side.Side, revision.Wanted);
        }
    }

    /// <summary>After a write whose outcome is unknown: it was carried out when the written fields hold what was sent.</summary>
    private bool Holds(T stored, Revision<T> revision) => comparer.Fields
        .Where(field => revision.Fields.Contains(field.Name, StringComparer.Ordinal))
        .All(field => field.AreEqual(stored, revision.Wanted) || field.AreEqual(stored, side.Profile.Normalise(revision.Wanted)));

    private SyncProblem Locate(SyncProblem problem, RemoteId id) => problem with { Connection = side.Name, EntityKind = T.Kind, Id = problem.Id ?? id };

    private RemoteId IdOf(Outcome<T> outcome) => outcome.Decision.Loaded.At(side.Side)!.Id;
}
