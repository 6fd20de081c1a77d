using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Matching;
using ErpSync.Recording;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>Carries a batch of work items through loading, deciding, writing and recording; decides again what moved meanwhile.</summary>
internal sealed class KindRun<T>(PassContext context, KindRooms<T> rooms, Recorder<T> recorder, Tally tally)
    where T : class, IEntity
{
    private const int MaxTries = 3;

    /// <summary>True once it was noted in the store that the work on the kind has begun.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>Looks whether the store is older than the systems; null where a person's word is carried out.</summary>
    public HoldWatch<T>? Watch { get; init; }

    /// <summary>A person's word on open fields; null in ordinary runs.</summary>
    public PersonsWord? Word { get; init; }

    /// <summary>Holds back what must wait; null lets everything pass.</summary>
    public ParkedGate<T>? Parked { get; init; }

    /// <summary>Lets through only what a person has seen; null in ordinary runs.</summary>
    public IDecisionGate<T>? Gate { get; init; }

    /// <summary>Asked before writes that could not be decided beforehand; null where a person decides.</summary>
    public KindBrake<T>? Brake { get; init; }

    /// <summary>Puts deletions off until the kinds that depend on this one were worked through; null deletes at once.</summary>
    public Doomed<T>? Doomed { get; init; }

    /// <summary>Writes and records decisions that were made already.</summary>
    /// <returns>Those that wait for another record of the same kind.</returns>
    public async Task<IReadOnlyList<Decision<T>>> CarryOutAsync(IReadOnlyList<Decision<T>> decisions, bool lastRound, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcomes = await WriteAsync(decisions, CancellationToken.None);
        var deferred = lastRound ? [] : outcomes.Where(outcome => outcome.IsDeferred).Select(outcome => outcome.Decision).ToList();
        await recorder.RecordAsync([.. outcomes.Where(outcome => lastRound || !outcome.IsDeferred).Select(outcome => outcome with { IsDeferred = false })], tally, CancellationToken.None);
        ThrowIfStopped();
        return deferred;
    }

    /// <summary>Works a batch off.</summary>
    /// <returns>The items that wait for another record of the same kind.</returns>
    public async Task<IReadOnlyList<WorkItem>> WorkAsync(IReadOnlyList<WorkItem> items, ReadSides<T>? sides, bool lastRound, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var loaded = await rooms.Loader.LoadAsync(items, sides?.First.Bodies, sides?.Second.Bodies, cancellationToken);
        loaded = Parked?.Hold(loaded) ?? loaded;
        IReadOnlyList<Decision<T>> decisions = [.. loaded.Select(item => rooms.Decider.Decide(item, Word))];
        if (Brake is not null)
            decisions = [.. decisions.Select(decision => Brake.WasCounted(decision) ? decision : Braked(decision))];
        foreach (var decision in decisions.Where(decision => decision.Deletion == DeletionVerdict.Follow && decision.Loaded.OwnerIsDoomed))
            Follow(decision, decision.DeletedAt == Side.First ? Side.Second : Side.First);
        if (Doomed is not null)
            decisions = await Doomed.SiftAsync(decisions, cancellationToken);
        if (Watch?.FindMovedAlike(decisions) is { } hold)
            throw new PairHeldException(hold);
        var outcomes = await WriteAsync(decisions, CancellationToken.None); // what was written is recorded, whoever wants to stop
        var deferred = lastRound ? [] : outcomes.Where(outcome => outcome.IsDeferred).Select(outcome => outcome.Decision.Item).ToList();
        var final = outcomes.Where(outcome => !outcome.IsDeferred).ToList();
        if (lastRound)
            final.AddRange(outcomes.Where(outcome => outcome.IsDeferred).Select(outcome => outcome with { IsDeferred = false }));
        await recorder.RecordAsync(final, tally, CancellationToken.None);
        ThrowIfStopped();
        return deferred;
    }

    /// <summary>Settles open fields of the chosen links.</summary>
    /// <returns>How many links were settled.</returns>
    public async Task<int> ResolveAsync(IReadOnlyList<WorkItem> items, Func<Decision<T>, bool>? where, CancellationToken cancellationToken)
    {
        var loaded = await rooms.Loader.LoadAsync(items, null, null, cancellationToken);
        var decisions = loaded.Where(item => where is null || where(rooms.Decider.Decide(item))).Select(item => rooms.Decider.Decide(item, Word)).ToList();
        await recorder.RecordAsync(await WriteAsync(decisions, CancellationToken.None), tally, CancellationToken.None);
        ThrowIfStopped();
        return decisions.Count;
    }

    /// <summary>Gives the kind up when the right to write was lost; what was written before is recorded by now.</summary>
    private void ThrowIfStopped()
    {
        if ((rooms.First.Stopped ?? rooms.Second.Stopped) is { } problem)
            throw new ConnectorException(problem);
    }

    private async Task<List<Outcome<T>>> WriteAsync(IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        if (context.Heartbeat is not null)
            await context.Heartbeat(cancellationToken);
        decisions = await HoldPausedAsync(decisions, cancellationToken);
        await ComeFirstAsync(decisions, cancellationToken);
        if (!IsMarked && decisions.Any(decision => decision.FirstWrites.Count + decision.SecondWrites.Count > 0))
        {
            await WorkMark.SetAsync(context, T.Kind, cancellationToken);
            IsMarked = true;
        }

        var outcomes = new List<Outcome<T>>(decisions.Count);
        var updates = decisions.Where(decision => decision.CreateAt is null).ToList();
        outcomes.AddRange(await UpdateAsync(updates, tries: 0, cancellationToken));
        foreach (var creator in new[] { (Side.First, rooms.FirstCreator), (Side.Second, rooms.SecondCreator) })
        {
            var creates = decisions.Where(decision => decision.CreateAt == creator.Item1).ToList();
            if (creates.Count == 0)
                continue;
            try
            {
                outcomes.AddRange(await LinkFoundAsync(decisions, await creator.Item2.CreateAsync(creates, cancellationToken), cancellationToken));
            }
            catch (ConnectorException exception)
            {
                // Whatever was created is found again through its intent.
                outcomes.AddRange(creates.Select(decision => new Outcome<T>(decision) { Problem = exception.Problem, KeepIntent = true }));
            }
        }

        return outcomes;
    }

    /// <summary>Takes out the writes to connections that a person paused, before anything is sent for them; they stay pending.</summary>
    private async Task<IReadOnlyList<Decision<T>>> HoldPausedAsync(IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        foreach (var side in new[] { Side.First, Side.Second })
        {
            if (!decisions.Any(decision => Stopped.Writes(decision, side)) || await context.StopsAsync(T.Kind, side, cancellationToken) is not { } problem)
                continue;
            tally.Mention(problem);
            decisions = [.. decisions.Select(decision => Stopped.Hold(decision, side, problem, rooms.Comparer.Fields))];
        }

        return context.Writes == SyncWrites.All ? decisions : [.. decisions.Select(HoldUnasked)];
    }

    /// <summary>Takes out the sorts of writes that this run may not make.</summary>
    private Decision<T> HoldUnasked(Decision<T> decision)
    {
        var needed = decision.CreateAt is not null ? SyncWrites.Creates : decision.Deletion is not null ? SyncWrites.Deletes : SyncWrites.Updates;
        if (context.Writes.HasFlag(needed))
            return decision;
        var problem = new SyncProblem(ProblemKind.Held, "run.left-to-another", $"This run makes no {needed.ToString().ToLowerInvariant():writes}.") { EntityKind = T.Kind };
        return Stopped.Hold(Stopped.Hold(decision, Side.First, problem, rooms.Comparer.Fields), Side.Second, problem, rooms.Comparer.Fields);
    }

    private async Task<IReadOnlyList<Outcome<T>>> UpdateAsync(IReadOnlyList<Decision<T>> decisions, int tries, CancellationToken cancellationToken)
    {
        await ComeFirstAsync(decisions, cancellationToken);
        await rooms.Ahead.NoteAsync(decisions, cancellationToken);
        IReadOnlyList<Outcome<T>> outcomes = [.. decisions.Select(decision => new Outcome<T>(decision))];
        outcomes = await rooms.FirstUpdater.UpdateAsync(outcomes, cancellationToken);
        outcomes = await rooms.SecondUpdater.UpdateAsync(outcomes, cancellationToken);
        outcomes = await rooms.FirstDeleter.DeleteAsync(outcomes, cancellationToken);
        outcomes = await rooms.SecondDeleter.DeleteAsync(outcomes, cancellationToken);
        var stale = outcomes.Where(outcome => outcome.IsStale).ToList();
        if (stale.Count == 0)
            return outcomes;
        if (tries >= MaxTries)
            return [.. outcomes.Select(outcome => outcome.IsStale ? outcome with { IsStale = false, Problem = KeepsMoving(outcome) } : outcome)];
        await recorder.RecordAsync([.. stale.Where(outcome => outcome.StoredFirst is not null).Select(outcome => outcome with { IsStale = false, Problem = KeepsMoving(outcome) })], tally, cancellationToken);
        IReadOnlyList<Loaded<T>> again;
        try
        {
            again = await rooms.Loader.LoadAsync(await WithLinksAsync([.. stale.Select(outcome => outcome.Decision.Item)], cancellationToken), null, null, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            // The others' writes are recorded all the same.
            return [.. outcomes.Where(outcome => outcome is not { IsStale: true, StoredFirst: not null }).Select(outcome => outcome.IsStale ? outcome with { IsStale = false, Problem = exception.Problem } : outcome)];
        }

        var retried = await UpdateAsync([.. again.Select(Decide).OfType<Decision<T>>()], tries + 1, cancellationToken);
        return [.. outcomes.Where(outcome => !outcome.IsStale), .. retried];
    }

    /// <summary>Creates are looked at when it is clear that there is something to create.</summary>
    private async Task ComeFirstAsync(IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        if (context.FirstWrite is { } first && decisions.Any(decision => decision.CreateAt is null && (Stopped.Writes(decision, Side.First) || Stopped.Writes(decision, Side.Second))))
            await first.ComesAsync(context, cancellationToken);
    }

    private void Follow(Decision<T> decision, Side survivor)
    {
        if (decision.Loaded.At(survivor) is { } record && rooms.Policy.Shape.Ownership?.Owner(record.Value) is { } owner)
            context.Following[(T.Kind, survivor, record.Id)] = (owner, decision.Compared!.Fingerprint(survivor));
    }

    private Decision<T>? Decide(Loaded<T> loaded)
    {
        var decision = rooms.Decider.Decide(loaded, Word);
        return Gate is null ? decision : Gate.Pass(decision);
    }

    /// <summary>Matches that were stored meanwhile, with the number of their link.</summary>
    private async Task<IReadOnlyList<WorkItem>> WithLinksAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        var ids = items.Where(item => item.IsMatch).Select(item => item.First!.Value).Distinct().ToList();
        if (ids.Count == 0)
            return items;
        var numbers = (await context.Store.FindLinksAsync(context.Pair, T.Kind, Side.First, ids, cancellationToken)).ToDictionary(link => (link.First.Id, link.Second.Id), link => link.Number);
        return [.. items.Select(item => item.IsMatch && numbers.TryGetValue((item.First!.Value, item.Second!.Value), out var number) ? item with { LinkNumber = number } : item)];
    }

    /// <summary>A create that would have doubled an existing record becomes a match, or is held when the record is linked already.</summary>
    private async Task<IReadOnlyList<Outcome<T>>> LinkFoundAsync(IReadOnlyList<Decision<T>> decisions, IReadOnlyList<Outcome<T>> outcomes, CancellationToken cancellationToken)
    {
        if (Gate is not null)
            outcomes = Gate.WithoutDoubles(outcomes);
        var found = outcomes.Where(outcome => outcome.Found is not null).ToList();
        if (found.Count == 0)
            return outcomes;
        var side = found[0].Decision.CreateAt!.Value;
        var links = await context.Store.FindLinksAsync(context.Pair, T.Kind, side, [.. found.Select(outcome => outcome.Found!.Value).Distinct()], cancellationToken);
        // Whoever took over meanwhile has linked it with its source already: nothing is left to be done.
        var done = found.Where(outcome => links.Any(link => link.First.Id == Match(outcome, side).First && link.Second.Id == Match(outcome, side).Second)).ToHashSet();
        found.RemoveAll(done.Contains);
        var linked = links.Select(link => link.End(side).Id).ToHashSet();
        var repeated = found.GroupBy(outcome => outcome.Found!.Value).Where(group => group.Count() > 1).Select(group => group.Key);
        linked.UnionWith(repeated);
        linked.UnionWith(decisions.Where(decision => decision.Item.IsMatch).Select(decision => decision.Item.IdAt(side)!.Value));
        var held = found.Where(outcome => linked.Contains(outcome.Found!.Value)).Select(outcome => outcome with { Decision = new KeyWatch<T>(context, rooms).Taken(outcome.Decision, side, outcome.Found!.Value) });
        var matches = found.Where(outcome => !linked.Contains(outcome.Found!.Value)).Select(outcome => Match(outcome, side)).ToList();
        IReadOnlyList<Loaded<T>> loaded;
        try
        {
            loaded = await rooms.Loader.LoadAsync(matches, null, null, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            // What was created beside them is recorded all the same.
            return [.. outcomes.Where(outcome => outcome.Found is null), .. held, .. found.Where(outcome => !linked.Contains(outcome.Found!.Value)).Select(outcome => outcome with { Found = null, Problem = exception.Problem, KeepIntent = true })];
        }

        var tokens = found.Where(outcome => outcome.Token is not null && !linked.Contains(outcome.Found!.Value)).ToDictionary(outcome => outcome.Found!.Value, outcome => outcome.Token);
        var updated = (await UpdateAsync([.. loaded.Select(item => Braked(rooms.Decider.Decide(item)))], tries: 0, cancellationToken))
            .Select(outcome => outcome with { Token = tokens.GetValueOrDefault(outcome.Decision.Item.IdAt(side)!.Value) });
        return [.. outcomes.Where(outcome => outcome.Found is null), .. held, .. updated];
    }

    private Decision<T> Braked(Decision<T> decision)
    {
        if (Brake is null || Brake.Allows(decision))
            return decision;
        var problem = new SyncProblem(ProblemKind.Held, BrakeHold.Code, "It would overwrite more records than the brake lets through; the next run asks.") { EntityKind = T.Kind };
        tally.Mention(problem);
        return Stopped.Hold(Stopped.Hold(decision, Side.First, problem, rooms.Comparer.Fields), Side.Second, problem, rooms.Comparer.Fields);
    }

    private static WorkItem Match(Outcome<T> outcome, Side side)
    {
        var item = outcome.Decision.Item with { Reason = outcome.WasLost ? Reasons.FoundAfterLostCreate : Reasons.FoundByKey, NewbornAt = outcome.WasLost ? side : null, LostCreateAt = outcome.WasLost ? side : null, Expected = outcome.Expected };
        return side == Side.First ? item with { First = outcome.Found } : item with { Second = outcome.Found };
    }

    private static SyncProblem KeepsMoving(Outcome<T> outcome) =>
        new(ProblemKind.Stale, "write.keeps-moving", "The record was changed between the reading and the write, several times over; it is tried again later.")
        {
            EntityKind = T.Kind,
            Id = outcome.Decision.Item.First ?? outcome.Decision.Item.Second,
        };
}
