using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Reading;

namespace ErpSync.Writing;

/// <summary>Creates records at one side: looks for existing ones, writes intents, creates, finds lost ones, reads back.</summary>
internal sealed class Creator<T>(PassContext context, SideContext<T> side, RecordComparer<T> comparer, KeyMaker<T> keys, TargetValues<T> values)
    where T : class, IEntity
{
    private readonly LostCreates<T> _lost = new(context, side, comparer, keys);

    public async Task<IReadOnlyList<Outcome<T>>> CreateAsync(IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        var result = decisions.Select(decision => new Outcome<T>(decision)).ToArray();
        var wanted = await values.ForCreateAsync(side.Side, decisions, cancellationToken);
        for (var i = 0; i < result.Length; i++)
        {
            if (wanted[i].Problem is { } problem)
                result[i] = result[i] with { Problem = problem, IsDeferred = true };
        }

        await using var turn = result.Any(outcome => outcome.Problem is null) ? await BatchSender.TakeTurnAsync(context, side, result.Length) : null;
        if (turn is null)
        {
            Hold(result);
            return result;
        }

        await FindExistingAsync(result, wanted, cancellationToken);
        var ready = Enumerable.Range(0, result.Length).Where(i => result[i] is { Problem: null, Found: null }).ToList();
        if (ready.Count == 0)
            return result;
        if (context.FirstWrite is { } first)
            await first.ComesAsync(context, cancellationToken);
        if (await TryWriteIntentsAsync(ready, result, wanted, turn, cancellationToken) is not { } intents)
        {
            Hold(result);
            return result;
        }

        var creations = ready.Select((i, n) => new Creation<T>(intents[n].Token, wanted[i].Value)).ToList();
        var answers = await BatchSender.SendAsync(side, creations, side.Creator!.CreateAsync, context, cancellationToken, turn);
        await TakeAnswersAsync(result, ready, intents, answers, cancellationToken);
        return result;
    }

    /// <summary>A record that carries the same natural key already is linked instead of doubled.</summary>
    private async Task FindExistingAsync(Outcome<T>[] result, IReadOnlyList<(T Value, SyncProblem? Problem)> wanted, CancellationToken cancellationToken)
    {
        if (side.KeyFinder is null)
            return;
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i].Problem is null && keys.Key(side.KeyFinder.KeyName, wanted[i].Value) is { } key)
                (byKey.TryGetValue(key, out var list) ? list : byKey[key] = []).Add(i);
        }

        foreach (var batch in byKey.Keys.Chunk(side.Profile.FindBatch))
        {
            SyncProblem? unreadable = null;
            await foreach (var found in side.KeyFinder.FindByKeyAsync(batch, cancellationToken))
            {
                unreadable ??= found.Problem;
                if (found.Record is not { } record || keys.Key(side.KeyFinder.KeyName, record.Value) is not { } key || !byKey.TryGetValue(key, out var indexes))
                    continue;
                foreach (var i in indexes)
                    result[i] = result[i] with { Found = record.Id };
            }

            // A record that cannot be read may be the one that is looked for: nothing of this batch is created.
            foreach (var i in unreadable is null ? [] : batch.SelectMany(key => byKey[key]).Where(i => result[i].Found is null))
                result[i] = result[i] with { Problem = unreadable! with { Connection = side.Name, EntityKind = T.Kind } };
        }
    }

    /// <summary>Without the right to write nothing is sent, and the records are not to blame.</summary>
    private void Hold(Outcome<T>[] result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] is { Problem: null, Found: null })
                result[i] = result[i] with { Problem = side.Stopped! with { Kind = ProblemKind.Held } };
        }
    }

    /// <summary>Writes the intents; null when the store refuses them because a lease was lost.</summary>
    private async Task<List<Intent>?> TryWriteIntentsAsync(List<int> ready, Outcome<T>[] result, IReadOnlyList<(T Value, SyncProblem? Problem)> wanted, WriterTurn turn, CancellationToken cancellationToken)
    {
        var source = context[side.Other];
        var noteNewest = side.TokenFinder is null && side.NewestId is not null;
        var newest = noteNewest ? await side.NewestId!.NewestIdAsync(cancellationToken) : null;
        var intents = ready.Select(i =>
        {
            var id = result[i].Decision.Loaded.At(side.Other)!.Id;
            return new Intent(context.Pair, T.Kind, Tokens.For(source.Name, T.Kind, id), side.Side, id)
            {
                Key = side.KeyFinder is null ? null : keys.Key(side.KeyFinder.KeyName, wanted[i].Value),
                NewestBefore = newest,
                Expected = comparer.Sent(wanted[i].Value, side),
                CreatedAt = context.Now,
            };
        }).ToList();
        try
        {
            await context.Store.AddIntentsAsync(intents, turn.Leases, cancellationToken);
            return intents;
        }
        catch (StoreException exception) when (exception.Problem.Code == "store.lease-lost")
        {
            side.Stopped = LeaseProblems.Lost(turn.Leases[^1]);
            return null;
        }
    }

    private async Task TakeAnswersAsync(Outcome<T>[] result, List<int> ready, List<Intent> intents, WriteResult<T>[] answers, CancellationToken cancellationToken)
    {
        var unknown = Enumerable.Range(0, answers.Length).Where(n => answers[n] is WriteResult<T>.Failed { Problem.Kind: ProblemKind.OutcomeUnknown }).ToList();
        var lost = await FindLostAsync([.. unknown.Select(n => intents[n])], cancellationToken);
        var toRead = answers.OfType<WriteResult<T>.Written>().Where(written => written.Stored is null).Select(written => written.Id).Distinct();
        var back = await ReadBack.FetchAsync(side, [.. toRead], cancellationToken);
        for (var n = 0; n < answers.Length; n++)
        {
            var i = ready[n];
            result[i] = result[i] with { Token = intents[n].Token };
            if (lost.TryGetValue(intents[n].Token, out var found))
                result[i] = result[i] with { Found = found, WasLost = true, Expected = intents[n].Expected };
            else if (answers[n] is WriteResult<T>.Written written && (written.Stored ?? back.Find(written.Id)) is { } stored)
                result[i] = result[i].WithStored(side.Side, stored);
            else
                result[i] = Fail(result[i], answers[n]);
        }
    }

    /// <summary>Creates without an answer that can be found at once. Where the look-up fails, the others' answers count all the same: these are looked for by the next run.</summary>
    private async Task<Dictionary<string, RemoteId>> FindLostAsync(IReadOnlyList<Intent> intents, CancellationToken cancellationToken)
    {
        try
        {
            return intents.Count == 0 ? [] : await _lost.FindAsync(intents, [], cancellationToken);
        }
        catch (ConnectorException)
        {
            return [];
        }
    }

    private Outcome<T> Fail(Outcome<T> outcome, WriteResult<T> answer)
    {
        var problem = answer is WriteResult<T>.Failed failed
            ? failed.Problem
            : new SyncProblem(ProblemKind.OutcomeUnknown, "write.not-read-back", $"It was created under the id {(answer as WriteResult<T>.Written)?.Id} and could not be read back.");
        return outcome with
        {
            KeepIntent = problem.Kind == ProblemKind.OutcomeUnknown,
            Problem = problem with { Connection = side.Name, EntityKind = T.Kind },
        };
    }
}
