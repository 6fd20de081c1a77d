using System.Runtime.CompilerServices;
using ErpSync.Deciding;
using ErpSync.Matching;
using ErpSync.Reading;
using ErpSync.Recording;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>One kind of one pair on its way through the rooms. Inspect stops after comparing, a plan after deciding, a run goes through: the same code.</summary>
internal sealed partial class KindPass<T>(PassContext context, KindPolicy<T> policy) : IKindPass
    where T : class, IEntity
{
    private const int ChunkSize = 200;
    private const int MaxRounds = 3;

    /// <summary>How long a tombstone that held nothing back is kept.</summary>
    private static readonly TimeSpan TombstoneRetention = TimeSpan.FromDays(400);

    public EntityKind Kind => T.Kind;

    public IKindLinks Links => new KindLinks<T>(context, policy);

    /// <summary>Kinds that belong to others are pointed at by nobody, and need no planned links.</summary>
    private bool IsPointedTo => policy.Shape.Ownership is null || policy.Keys.Count > 0;

    private string PolicyKey => $"policy/{T.Kind.Name}";

    public async IAsyncEnumerable<RecordView> InspectAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        var views = new Views<T>(context, rooms.Comparer);
        if (await BrakeHold.FindAsync(context, T.Kind, cancellationToken) is { } hold)
            yield return Views<T>.Held(hold);
        await rooms.OpenRestoredAsync(cancellationToken);
        var sides = await ReadSides<T>.ReadAsync(context, rooms, context.Only is null ? LinkChoice.Open : LinkChoice.None, cancellationToken);
        await foreach (var decision in DecideAsync(rooms, sides, await OpenParkedAsync(cancellationToken), cancellationToken))
        {
            if (views.View(decision) is { } view)
                yield return view;
        }

        foreach (var (side, problem) in sides.First.Unreadable.Select(problem => (Side.First, problem)).Concat(sides.Second.Unreadable.Select(problem => (Side.Second, problem))))
            yield return views.Unreadable(side, problem);
        if (context.Only is not null)
            yield break;
        var looked = new LinkBitmap();
        foreach (var item in sides.Items.Where(item => item.IsLinked))
            looked.Add(item.LinkNumber);
        await foreach (var link in context.Store.ReadAllLinksAsync(context.Pair, T.Kind, cancellationToken))
        {
            if (!looked.Contains(link.Number))
                yield return views.Unchanged(link);
        }
    }

    public async IAsyncEnumerable<PlanEntry> PlanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        using var stamps = context.PlanSalt is { } salt ? new PlanStamps<T>(context, policy, rooms.First, rooms.Second, salt) : null;
        var entries = new PlanEntries<T>(context, rooms.Comparer, stamps);
        var restored = await rooms.OpenRestoredAsync(cancellationToken);
        var everyLink = context.Only is null && await PolicyMovedAsync(rooms, cancellationToken);
        var sides = await ReadSides<T>.ReadAsync(context, rooms, context.Only is not null ? LinkChoice.None : everyLink ? LinkChoice.All : LinkChoice.Open, cancellationToken);
        context.Hold ??= new HoldWatch<T>(context, rooms, restored).Find(sides);
        var parked = await OpenParkedAsync(cancellationToken);
        var brake = new KindBrake<T>(context, policy, await BrakeBook.OpenAsync(context, T.Kind, cancellationToken));
        if (await brake.StopsAsync(sides, () => DecideAsync(rooms, sides, parked, cancellationToken), cancellationToken) is { } braked)
            yield return new PlanEntry(T.Kind, PlanAction.Brake, null, null) { Reason = braked.Problem(T.Kind).Message, MassChanges = braked.Counts };
        await foreach (var decision in DecideAsync(rooms, sides, parked, cancellationToken, looksForKeys: true))
        {
            foreach (var entry in entries.Of(decision).Select(entry => entry.IsWrite && !everyLink && decision.Rests ? entry with { Action = PlanAction.Ask, Target = null } : entry))
                yield return entry.IsWrite && await context.StopsAsync(T.Kind, entry.Target == context.First.Name ? Side.First : Side.Second, cancellationToken) is { } stopped ? entry.Held(stopped, context.Texts) : entry;
        }
    }

    public async Task<KindReport> RunAsync(ICollection<SyncProblem> problems, CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        var tally = new Tally(problems);
        var started = context.Now;
        await new CrashRecovery<T>(context, rooms).RunAsync(cancellationToken);
        var parked = await OpenParkedAsync(cancellationToken);
        var everyLink = context.Only is null && await PolicyMovedAsync(rooms, cancellationToken);
        Resting.Watch(context, rooms, parked);
        var watch = new HoldWatch<T>(context, rooms, await rooms.OpenRestoredAsync(cancellationToken)) { LastWasCutOff = await WorkMark.IsSetAsync(context, T.Kind, cancellationToken) };
        var sides = await ReadSides<T>.ReadAsync(context, rooms, context.Only is not null ? LinkChoice.None : everyLink ? LinkChoice.All : LinkChoice.Pending, cancellationToken);
        if (watch.Find(sides) is { } hold)
            throw new PairHeldException(hold);
        await FinishIntentsAsync(sides, cancellationToken);
        tally.Examined = sides.Items.Count;
        var gate = new ParkedGate<T>(context, rooms.Comparer, parked);
        var progress = await ProgressMemory.OpenAsync(context, T.Kind, cancellationToken);
        var book = await BrakeBook.OpenAsync(context, T.Kind, cancellationToken);
        var brake = new KindBrake<T>(context, policy, book);
        var braked = await brake.StopsAsync(sides, () => DecideAsync(rooms, sides, parked, cancellationToken), cancellationToken);
        await brake.NoteAsync(braked, cancellationToken);
        if (braked is not null)
            return tally.ToReport(T.Kind, braked.Problem(T.Kind)) with { MassChanges = braked.Counts };
        var recorder = rooms.OpenRecorder(parked, progress.Store);
        recorder.Brake = book;
        var run = new KindRun<T>(context, rooms, recorder, tally) { Word = Word, Brake = brake, Parked = gate, Watch = watch, Doomed = context.DependedOn.Contains(T.Kind) ? _doomed : null };
        var done = 0;
        var total = progress.Earlier + sides.Items.Count;
        IReadOnlyList<WorkItem> waiting = sides.Items;
        for (var round = 0; waiting.Count > 0; round++)
        {
            var deferred = new List<WorkItem>();
            foreach (var chunk in waiting.Chunk(ChunkSize))
            {
                context.Progress?.Report(new SyncProgress(T.Kind, SyncPhase.Working, progress.Earlier + done, total));
                progress.Done = sides.Items.Count > ChunkSize ? done + chunk.Length : null;
                deferred.AddRange(await run.WorkAsync(chunk, sides, lastRound: round >= MaxRounds, cancellationToken));
                done += chunk.Length;
            }

            done -= deferred.Count;
            if (deferred.Count == waiting.Count)
                round = MaxRounds;
            waiting = round > MaxRounds ? [] : deferred;
        }

        context.Progress?.Report(new SyncProgress(T.Kind, SyncPhase.Working, total, total));
        _counted = recorder.Brake;
        await FinishAsync(rooms, sides, parked, gate, progress, tally, started, cancellationToken);
        return tally.ToReport(T.Kind, null);
    }

    public async Task<KindReport> ResolveAsync(Resolution resolution, ICollection<SyncProblem> problems, CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        var tally = new Tally(problems);
        var keep = string.Equals(resolution.Keep, context.First.Name, StringComparison.Ordinal) ? Side.First : Side.Second;
        if (await context.StopsAsync(T.Kind, keep == Side.First ? Side.Second : Side.First, cancellationToken) is { } stopped)
            return tally.ToReport(T.Kind, stopped);
        await new CrashRecovery<T>(context, rooms).RunAsync(cancellationToken);
        var views = new Views<T>(context, rooms.Comparer);
        var recorder = rooms.OpenRecorder(await OpenParkedAsync(cancellationToken));
        recorder.Brake = await BrakeBook.OpenAsync(context, T.Kind, cancellationToken);
        var run = new KindRun<T>(context, rooms, recorder, tally) { Word = new PersonsWord(keep, resolution.Fields) };
        await foreach (var links in context.Store.ReadAllLinksAsync(context.Pair, T.Kind, cancellationToken, openOnly: true).ChunkAsync(ChunkSize, cancellationToken))
        {
            var chosen = links.Where(link => resolution.Ids.Count == 0 || resolution.Ids.Contains(link.End(keep).Id)).Select(link => new WorkItem(link.Number, link.First.Id, link.Second.Id)
            {
                Label = link.Label ?? link.First.Id.Value,
                FirstGone = link.GoneAt == Side.First,
                SecondGone = link.GoneAt == Side.Second,
                Reason = Reasons.KeptVersionOf(resolution.Keep),
            });
            tally.Examined += await run.ResolveAsync([.. chosen], resolution.Where is null ? null : decision => views.View(decision) is { } view && resolution.Where(view), cancellationToken);
        }

        await DigUpAsync(keep, resolution.Ids, tally, cancellationToken);
        return tally.ToReport(T.Kind, null);
    }

    /// <summary>Unlinked records that were held back because of an earlier deletion may be carried over by the next run, as a person wants it.</summary>
    private async Task DigUpAsync(Side keep, IReadOnlyCollection<RemoteId> ids, Tally tally, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Distinct().Chunk(1000))
        {
            var linked = (await context.Store.FindLinksAsync(context.Pair, T.Kind, keep, chunk, cancellationToken)).Select(link => link.End(keep).Id).ToHashSet();
            var changes = new StoreChanges { Lease = context.Lease };
            foreach (var stone in (await context.Store.FindTombstonesAsync(context.Pair, T.Kind, keep, chunk, cancellationToken)).Where(stone => !linked.Contains(stone.Id(keep))))
                changes.RemovedTombstones.Add((stone.Pair, stone.Kind, stone.FirstId, stone.SecondId));
            if (changes.IsEmpty)
                continue;
            await context.Store.CommitAsync(changes, cancellationToken);
            tally.Examined += changes.RemovedTombstones.Count;
        }
    }

    public async Task LinkAsync(RemoteId first, RemoteId second, CancellationToken cancellationToken, Link? replaced = null)
    {
        using var rooms = new KindRooms<T>(context, policy);
        var item = (await ApartNotes.ApplyAsync(context, T.Kind, [new WorkItem(0, first, second) { Reason = Reasons.ByHand }], cancellationToken))[0];
        var loaded = (await rooms.Loader.LoadAsync([item], null, null, cancellationToken))[0];
        foreach (var side in new[] { Side.First, Side.Second })
        {
            if (loaded.At(side) is null)
            {
                throw new ConnectorException(loaded.Item.Held ?? new SyncProblem(ProblemKind.NotFound, "link.not-found", $"There is no {T.Kind.Name:kind} with the id {item.IdAt(side):id} in {context.NameOf(side):connection}.")
                {
                    Connection = context.NameOf(side),
                    EntityKind = T.Kind,
                    Id = item.IdAt(side),
                });
            }
        }

        if (replaced is not null)
            loaded = loaded with { Link = new Link(context.Pair, T.Kind, new LinkEnd(first), new LinkEnd(second)) { Number = replaced.Number, Reason = item.Reason, LinkedAt = context.Now } };
        var decision = rooms.Decider.Decide(loaded);
        var recorder = rooms.OpenRecorder(await OpenParkedAsync(cancellationToken));
        var problems = new List<SyncProblem>();
        await recorder.RecordAsync([new Outcome<T>(Linker<T>.LinkOnly(decision))], new Tally(problems), cancellationToken);
        if (problems.Count > 0)
            throw new StoreException(problems[0]);
        var together = new StoreChanges();
        together.Texts.Add((context.Pair, PairNotes.Key(PairNotes.ApartPrefix, T.Kind, first, second), null));
        together.Texts.Add((context.Pair, PairNotes.Key(PairNotes.UndonePrefix, T.Kind, first, second), null));
        await context.Store.CommitAsync(together, cancellationToken);
    }

    public async Task<IReadOnlyList<ExplanationFact>> ExplainAsync(Link? link, Side side, RemoteId id, CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        return await new LiveExplaining<T>(context, rooms).ExplainAsync(link, side, id, cancellationToken);
    }

    private async IAsyncEnumerable<Decision<T>> DecideAsync(KindRooms<T> rooms, ReadSides<T> sides, ParkedBook parked, [EnumeratorCancellation] CancellationToken cancellationToken, bool looksForKeys = false)
    {
        var done = 0;
        var gate = new ParkedGate<T>(context, rooms.Comparer, parked);
        foreach (var match in sides.Items.Where(item => item.IsMatch && IsPointedTo && parked.Waits(Side.First, item.First, context.Now) is null && parked.Waits(Side.Second, item.Second, context.Now) is null))
            context.Planned?.AddMatch(T.Kind, match.First!.Value, match.Second!.Value);
        foreach (var chunk in sides.Items.Chunk(ChunkSize))
        {
            context.Progress?.Report(new SyncProgress(T.Kind, SyncPhase.Working, done, sides.Items.Count));
            IReadOnlyList<Decision<T>> decisions = [.. gate.Hold(await rooms.Loader.LoadAsync(chunk, sides.First.Bodies, sides.Second.Bodies, cancellationToken)).Select(loaded => rooms.Decider.Decide(loaded, Word))];
            if (looksForKeys)
                decisions = await new KeyWatch<T>(context, rooms).HoldTakenAsync(decisions, cancellationToken);
            foreach (var decision in decisions)
            {
                if (decision.CreateAt is { } target)
                    context.Planned?.AddCreate(T.Kind, target == Side.First ? Side.Second : Side.First, decision.Loaded.At(target == Side.First ? Side.Second : Side.First)!.Id);
                yield return decision;
            }

            done += chunk.Length;
        }
    }

    private Task<ParkedBook> OpenParkedAsync(CancellationToken cancellationToken) => ParkedBook.OpenAsync(context.Store, context.Pair, T.Kind, context.Options.Parking, cancellationToken);

    /// <summary>
    /// True when policies, compared fields, the shape's version or the links of kinds pointed to are not those of the last run that came to its end, or of the beginning
    /// of the first one: every link is then decided again.
    /// </summary>
    private async Task<bool> PolicyMovedAsync(KindRooms<T> rooms, CancellationToken cancellationToken)
    {
        var signature = await SignatureAsync(rooms, cancellationToken);
        if (await context.Store.GetTextAsync(context.Pair, PolicyKey, cancellationToken) is { } known)
            return !string.Equals(known, signature, StringComparison.Ordinal);
        if (context.Run == 0)
            return false;
        var changes = new StoreChanges { Lease = context.Lease };
        changes.Texts.Add((context.Pair, PolicyKey, signature));
        await context.Store.CommitAsync(changes, cancellationToken);
        return false;
    }

    private async Task<string> SignatureAsync(KindRooms<T> rooms, CancellationToken cancellationToken)
    {
        var signature = $"{policy.Signature}|v{policy.Shape.Version}|{string.Join(',', rooms.Comparer.Fields)}";
        foreach (var kind in rooms.Comparer.Fields.Select(field => field.PointsTo).OfType<EntityKind>().Where(kind => kind != T.Kind).Distinct())
            signature += $"|{kind.Name}={(context.Maps.TryGetValue(kind, out var map) ? map.Signature : (await context.Store.CountAsync(context.Pair, kind, cancellationToken)).Linked)}";
        return signature;
    }

    /// <summary>Clears the intents that turned out to be done or never carried out, before this run writes new ones under the same tokens.</summary>
    private async Task FinishIntentsAsync(ReadSides<T> sides, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = context.Lease };
        foreach (var token in sides.FinishedIntents)
        {
            changes.DoneIntents.Add((context.Pair, token));
            LostLimit.Forget(changes, context.Pair, token);
        }

        if (!changes.IsEmpty)
            await context.Store.CommitAsync(changes, cancellationToken);
    }

    private async Task FinishAsync(KindRooms<T> rooms, ReadSides<T> sides, ParkedBook parked, ParkedGate<T> gate, ProgressMemory progress, Tally tally, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = context.Lease };
        if (context.Only is not null)
        {
            await ParkedCare.FinishAsync(context, sides, parked, gate, tally, changes, cancellationToken);
            progress.Forget(changes);
            await context.Store.CommitAsync(changes, cancellationToken);
            return;
        }

        rooms.FirstReader.KeepCursor(sides.First, changes);
        rooms.SecondReader.KeepCursor(sides.Second, changes);
        rooms.Decider.Restored.Clear(context, T.Kind, changes);
        WorkMark.Clear(context, T.Kind, changes);
        progress.Forget(changes);
        changes.Texts.Add((context.Pair, PolicyKey, await SignatureAsync(rooms, cancellationToken)));
        await Resting.FinishAsync(context, rooms, sides, parked, tally, started, changes, cancellationToken);
        changes.ForgetTombstones.Add((context.Pair, T.Kind, started - TombstoneRetention));
        await ParkedCare.FinishAsync(context, sides, parked, gate, tally, changes, cancellationToken);
        await context.Store.CommitAsync(changes, cancellationToken);
    }
}
