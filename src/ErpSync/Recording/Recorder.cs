using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Reading;
using ErpSync.Writing;

namespace ErpSync.Recording;

/// <summary>Turns outcomes into one transaction: links with their new bases, journal, parked and red records, finished intents.</summary>
internal sealed class Recorder<T>(PassContext context, KindPolicy<T> policy, SideContext<T> first, SideContext<T> second, RecordComparer<T> comparer, Loader<T> loader, RecordHasher hasher, ParkedBook parked, KeyMaker<T> keys, DeletionNotes<T> notes, WriteAhead<T> ahead)
    where T : class, IEntity
{
    private readonly JournalWriter<T> _journal = new(context, comparer, hasher);
    private readonly DeletionRecorder<T> _deletions = new(context, policy, comparer, keys, hasher, notes, new JournalWriter<T>(context, comparer, hasher));

    /// <summary>Adds to the transaction of each batch what else must be stored with it; null adds nothing.</summary>
    public Action<StoreChanges>? AlsoStore { get; init; }

    /// <summary>Counts what is carried out for the brake; null where nothing is counted.</summary>
    public BrakeBook? Brake { get; set; }

    public async Task RecordAsync(IReadOnlyList<Outcome<T>> outcomes, Tally tally, CancellationToken cancellationToken)
    {
        var settled = await loader.TranslateAsync([.. outcomes.Select(After)], cancellationToken);
        if (await TryCommitAsync(outcomes, settled, tally, cancellationToken) is null)
            return;
        for (var i = 0; i < outcomes.Count; i++)
        {
            // One link that somebody else made or removed meanwhile must not cost the others their record; its own intent stays, and it is decided again.
            if (await TryCommitAsync([outcomes[i]], [settled[i]], tally, cancellationToken) is { } refused)
                tally.Fail(refused);
        }
    }

    private async Task<SyncProblem?> TryCommitAsync(IReadOnlyList<Outcome<T>> outcomes, IReadOnlyList<Loaded<T>> settled, Tally tally, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = context.Lease };
        var counted = tally.Copy();
        for (var i = 0; i < outcomes.Count; i++)
            Add(changes, outcomes[i], settled[i], counted);
        // A write that nobody answered for keeps its note: the next pass looks whether it arrived, so that the journal tells it and no movement counts twice.
        var known = outcomes.Where(outcome => outcome is { DoubtfulFirst: null, DoubtfulSecond: null }).Select(outcome => outcome.Decision.Item).Where(item => item is { First: not null, Second: not null }).Select(item => (item.First!.Value, item.Second!.Value)).ToHashSet();
        ahead.Forget(changes, known);
        AlsoStore?.Invoke(changes);
        var brake = Brake?.Add(changes, context, policy.Shape, context.Full ? null : policy.Mailing, outcomes);
        try
        {
            await context.Store.CommitAsync(changes, cancellationToken);
            ahead.Forget(known);
            tally.Take(counted);
            Brake = brake;
            parked.Take(changes);
            foreach (var record in changes.Parked)
                ParkedLog.Write(context, record);
            return null;
        }
        catch (StoreException exception) when (exception.Problem.Code is "store.link-exists" or "store.link-missing")
        {
            return exception.Problem;
        }
    }

    /// <summary>The two records as they are now, after the writes.</summary>
    private static Loaded<T> After(Outcome<T> outcome) => outcome.Decision.Loaded with
    {
        First = outcome.StoredFirst ?? outcome.Decision.Loaded.First,
        Second = outcome.StoredSecond ?? outcome.Decision.Loaded.Second,
    };

    private void Add(StoreChanges changes, Outcome<T> outcome, Loaded<T> now, Tally tally)
    {
        var decision = outcome.Decision;
        // A newborn record that has not got its values yet stays a match: once linked it would count as one that existed at both sides.
        var isUnfinished = decision.Item is { IsMatch: true, NewbornAt: not null } && outcome.Problem is not null;
        var isLinked = now is { First: not null, Second: not null } && decision.Held is null && !isUnfinished;
        if (outcome is { Token: { } token, KeepIntent: false } && (isLinked || (outcome.Problem is not null && !isUnfinished)))
            changes.DoneIntents.Add((context.Pair, token));
        if (isUnfinished)
            _journal.AddWrites(changes, outcome);
        if (outcome.Problem is { } failure)
            Park(changes, decision, failure, now, tally);
        else if (decision is { Held: { Code: Loader<T>.UnmappedCode or DocumentMoney.DiffersCode or DocumentMoney.LinesMissingCode } unfit, Item.IsLinked: false } && (context.Again || !IsWaiting(decision)))
            Park(changes, decision, unfit, now, tally);
        if ((decision.BothGone || decision.Deletion is not null) && now.Link is { } lost)
        {
            _deletions.Add(changes, outcome, now, lost, tally);
        }
        else if (isLinked && !outcome.IsStale)
        {
            AddLink(changes, outcome, now, tally);
        }
        else if (decision is { Held: { } why, Item.IsLinked: true } && now.Link is { } kept)
        {
            HoldLink(changes, now, decision, kept, why, tally);
        }
        else if (!decision.Item.IsLinked && !decision.BothGone && !outcome.IsDeferred)
        {
            AddRed(changes, outcome, tally);
        }
    }

    private bool IsWaiting(Decision<T> decision) => (parked.Waits(Side.First, decision.Item.First, context.Now) ?? parked.Waits(Side.Second, decision.Item.Second, context.Now)) is not null;

    /// <summary>A linked record that could not be looked at is taken up again in every run until it can.</summary>
    private void HoldLink(StoreChanges changes, Loaded<T> now, Decision<T> decision, Link link, SyncProblem problem, Tally tally)
    {
        if (parked.Waits(Side.First, link.First.Id, context.Now) is null && parked.Waits(Side.Second, link.Second.Id, context.Now) is null)
            Park(changes, decision, problem, now, tally);
        changes.Links.Add(link with { Open = [.. link.Open.Where(open => open.Field != "*"), .. Open(link, "*", OpenReason.Pending)] });
        tally.Open++;
    }

    private void AddLink(StoreChanges changes, Outcome<T> outcome, Loaded<T> now, Tally tally)
    {
        var decision = outcome.Decision;
        var created = decision.CreateAt;
        var compared = created is null ? decision.Compared! : comparer.Compare(now with { Link = null });
        var open = new List<OpenField>();
        for (var i = 0; i < comparer.Fields.Count; i++)
        {
            var field = comparer.Fields[i];
            var verdict = created is null ? decision.Fields[i] : new FieldDecision(Verdict.Agree);
            if (decision.Undone?.Contains(field) == true)
            {
                open.AddRange(AddUndone(field, outcome, compared, now));
                continue;
            }

            var isWritten = verdict.Verdict is Verdict.ToFirst or Verdict.ToSecond or Verdict.Merge;
            if (isWritten && outcome.Problem is not null && !WasWritten(outcome, field))
            {
                open.AddRange(Open(now.Link, field.Name, OpenReason.Pending));
                if (verdict.Verdict == Verdict.Merge && outcome.StoredFirst is not null && decision.FirstWrites.Contains(field))
                    comparer.AgreeSecond(field, compared, now, decision.WantedFirst); // its edit has arrived at the first side
            }
            else if (verdict.Verdict == Verdict.Open)
                open.AddRange(Open(now.Link, field.Name, verdict.Reason!.Value));
            else if (verdict.Verdict != Verdict.Unchanged)
            {
                Flips.Note(context, comparer, compared, field, verdict.Verdict, now.Link);
                comparer.Agree(field, compared, Agreed(outcome, now, field));
            }
        }

        var link = now.Link ?? new Link(context.Pair, T.Kind, new LinkEnd(now.First!.Id), new LinkEnd(now.Second!.Id))
        {
            LinkedAt = context.Now,
            CreatedAt = decision.Item.NewbornAt,
        };
        if (now.Link is null || created is not null || decision.Item.RejoinedAt is not null)
            link = link with { CreatedAt = created ?? link.CreatedAt, Reason = created is { } where ? Reasons.CreatedIn(context.NameOf(where)) : decision.Item.Reason };
        if ((now.Link?.GoneAt is not null || decision.Item.Tombstone is not null) && (now.Link?.First.Id ?? decision.Item.Tombstone!.FirstId) == now.First!.Id && (now.Link?.Second.Id ?? decision.Item.Tombstone!.SecondId) == now.Second!.Id)
            changes.RemovedTombstones.Add((context.Pair, T.Kind, now.First.Id, now.Second.Id));
        if (now.Link is null && decision.Item.Tombstone is not null)
            changes.Texts.Add((context.Pair, PairNotes.Key(PairNotes.ApartPrefix, T.Kind, now.First!.Id, now.Second!.Id), null));
        changes.Links.Add(link with
        {
            GoneAt = null,
            First = End(Side.First, outcome, now, compared),
            Second = End(Side.Second, outcome, now, compared),
            Open = open.ToValueList(),
            Label = now.First!.Label ?? now.Second!.Label ?? link.Label,
        });
        foreach (var (side, id) in new[] { (Side.First, now.First.Id), (Side.Second, now.Second!.Id) })
        {
            changes.NoLongerUnlinked.Add(new RecordKey(context.Pair, T.Kind, side, id));
            if (link.Number == 0)
                changes.Texts.Add((context.Pair, AloneBook<T>.Key(context.NameOf(side), id), null));
            if (outcome.Problem is null && !Flips.AnyOpen(decision) && parked.Find(side, id) is { State: not ParkedState.Skipped })
                changes.NoLongerParked.Add(new RecordKey(context.Pair, T.Kind, side, id));
        }

        if (Flips.Problem(context, comparer.Fields, decision) is { } flipping)
        {
            tally.Fail(flipping);
            changes.Parked.Add(parked.Park(Side.First, now.First.Id, now.First.Label ?? decision.Item.Label, flipping, context.Now, comparer.Fingerprints(now)) with { RetryAt = null });
        }

        _journal.Add(changes, outcome, now);
        tally.Add(outcome, isNew: now.Link is null, isOpen: open.Count > 0);
    }

    /// <summary>What the two agree on: of a field that was written what the read-back shows, of any other what the decision saw. What changed there since is an edit.</summary>
    private Loaded<T> Agreed(Outcome<T> outcome, Loaded<T> now, Field<T> field)
    {
        var (decision, before) = (outcome.Decision, outcome.Decision.Loaded);
        if (decision.CreateAt is not null)
            return now;
        if (outcome.StoredFirst is not null && !decision.FirstWrites.Contains(field))
            now = now with { FirstMarked = before.FirstMarked };
        if (outcome.StoredSecond is not null && !decision.SecondWrites.Contains(field))
            now = now with { SecondMarked = before.SecondMarked, SecondInFirst = before.SecondInFirst };
        return IsSum(field) ? Sent(outcome, now, field) : now;
    }

    private bool IsSum(Field<T> field) => policy.ByDifference.Contains(field.Name);

    /// <summary>A sum agrees on what was sent: whatever the read-back shows beyond it is a movement that somebody made meanwhile.</summary>
    private static Loaded<T> Sent(Outcome<T> outcome, Loaded<T> now, Field<T> field)
    {
        if (outcome is { StoredFirst: not null, Decision.WantedFirst: { } one } && outcome.Decision.FirstWrites.Contains(field))
            now = now with { FirstMarked = field.Replace(now.FirstMarked!, one) };
        return outcome is { StoredSecond: not null, Decision.WantedSecondInFirst: { } other } && outcome.Decision.SecondWrites.Contains(field)
            ? now with { SecondMarked = field.Replace(now.SecondMarked!, other), SecondInFirst = field.Replace(now.SecondInFirst!, other) }
            : now;
    }

    /// <summary>
    /// The end as it is now. When a field that was not written changed between the decision and the read-back, somebody edited it meanwhile:
    /// the fingerprint is left empty, so that the record is looked at again.
    /// </summary>
    private LinkEnd End(Side side, Outcome<T> outcome, Loaded<T> now, Compared<T> compared)
    {
        var record = now.At(side)!;
        var fingerprint = comparer.Fingerprint(side, compared, record.Value);
        if (outcome.Stored(side) is not null && outcome.Decision.CreateAt is null)
        {
            var before = outcome.Decision.Loaded.At(side)!.Value;
            var written = outcome.Decision.Writes(side);
            if (comparer.Fields.Any(field => written.Contains(field)
                ? IsSum(field) && !field.AreEqual(outcome.Decision.WantedInFirst(side)!, record.Value)
                : hasher.Hash(field, before) != hasher.Hash(field, record.Value)))
            {
                fingerprint = [];
            }
        }

        return new LinkEnd(record.Id) { Fingerprint = fingerprint, Base = compared.Bases(side).Write(policy.Shape.Version, DateMemory.Normalise(context, side, record.ModifiedAt), context.Now), Stamp = record.Stamp };
    }

    private static bool WasWritten(Outcome<T> outcome, Field<T> field) =>
        (outcome.StoredFirst is not null || !outcome.Decision.FirstWrites.Contains(field))
        && (outcome.StoredSecond is not null || !outcome.Decision.SecondWrites.Contains(field));

    /// <summary>What was set back counts as agreed as each side holds it, so that it is not carried over again; where the two differ it stays visible.</summary>
    private ValueList<OpenField> AddUndone(Field<T> field, Outcome<T> outcome, Compared<T> compared, Loaded<T> now)
    {
        if (outcome.Problem is not null && !WasWritten(outcome, field))
            return now.Link is null ? [] : [.. now.Link.Open.Where(known => string.Equals(known.Field, field.Name, StringComparison.Ordinal))];
        comparer.Agree(field, compared, now);
        return comparer.AreEqual(field, now.FirstMarked!, now.SecondInFirst!) ? [] : Open(now.Link, field.Name, OpenReason.Undone);
    }

    private ValueList<OpenField> Open(Link? link, string field, OpenReason reason) =>
        [link?.Open.FirstOrDefault(open => open.Reason == reason && string.Equals(open.Field, field, StringComparison.Ordinal)) ?? new OpenField(field, reason, context.Now)];

    private void AddRed(StoreChanges changes, Outcome<T> outcome, Tally tally)
    {
        var decision = outcome.Decision;
        var problem = outcome.Problem ?? decision.Held;
        if (problem is null || decision.Item.IsSilent)
            return;
        if (decision.Item.Tombstone is { } stone && stone.UsedAt < context.Now - TimeSpan.FromDays(1))
            changes.Tombstones.Add(stone with { UsedAt = context.Now });
        foreach (var side in new[] { first, second })
        {
            if (decision.Loaded.At(side.Side) is not { } record)
                continue;
            tally.Red++;
            changes.Unlinked.Add(new Unlinked(context.Pair, T.Kind, side.Side, record.Id, problem)
            {
                Label = record.Label ?? decision.Item.Label,
                Candidates = decision.Item.Candidates,
                SeenAt = context.Now,
            });
        }
    }

    private void Park(StoreChanges changes, Decision<T> decision, SyncProblem problem, Loaded<T> now, Tally tally)
    {
        if (problem.Kind == ProblemKind.Held || LeaseProblems.Is(problem))
        {
            tally.Mention(problem);
            return;
        }

        tally.Fail(problem);
        var source = decision.CreateAt is { } target ? (target == Side.First ? second : first) : first;
        var (side, id) = (decision.Loaded.At(source.Side)?.Id ?? decision.Item.IdAt(source.Side)) is { } known ? (source.Side, known) : (Side.Second, decision.Item.Second);
        if (id is { } place)
            changes.Parked.Add(parked.Park(side, place, decision.Loaded.At(side)?.Label ?? decision.Item.Label, problem, context.Now, comparer.Fingerprints(now)));
    }
}
