using ErpSync.Matching;
using ErpSync.Reading;
using ErpSync.Telemetry;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>What reading and matching gave: the work to do.</summary>
internal sealed record ReadSides<T>(SideReading<T> First, SideReading<T> Second, IReadOnlyList<WorkItem> Items, IReadOnlyList<string> FinishedIntents)
    where T : class, IEntity
{
    /// <summary>Records without a link at the target of a create that carry the token of its source.</summary>
    public IReadOnlyList<KnownToken> Known { get; init; } = [];

    /// <summary>Reads both sides, finds what lost creates left, and matches.</summary>
    public static async Task<ReadSides<T>> ReadAsync(PassContext context, KindRooms<T> rooms, LinkChoice links, CancellationToken cancellationToken)
    {
        var adopted = new List<(Intent Intent, RemoteId Found)>();
        var finished = new List<string>();
        var undecided = new List<Intent>();
        var intents = await context.Store.ReadIntentsAsync(context.Pair, T.Kind, cancellationToken);
        foreach (var group in intents.GroupBy(intent => intent.Target))
        {
            var linked = await LinkedSourcesAsync(context, group.Key == Side.First ? Side.Second : Side.First, [.. group], cancellationToken);
            finished.AddRange(group.Where(intent => linked.Contains(intent.SourceId)).Select(intent => intent.Token));
            var open = group.Where(intent => !linked.Contains(intent.SourceId)).ToList();
            var found = await new LostCreates<T>(context, rooms[group.Key], rooms.Comparer, rooms.Keys).FindAsync(open, undecided, cancellationToken);
            adopted.AddRange(open.Where(intent => found.ContainsKey(intent.Token)).Select(intent => (intent, found[intent.Token])));
            finished.AddRange(open.Where(intent => !found.ContainsKey(intent.Token) && !undecided.Contains(intent)).Select(intent => intent.Token));
        }

        rooms.FirstReader.Alone.MaySkip = rooms.SecondReader.Alone.MaySkip = intents.Count == 0;
        var proposals = rooms.Policy.LinkFrom is { } least ? new Proposals<T>(context, rooms, least) : null;
        var first = await ReadAsync(context, context.First.Name, rooms.FirstReader, cancellationToken);
        var second = await ReadAsync(context, context.Second.Name, rooms.SecondReader, cancellationToken);
        if (rooms.FirstReader.AsksByOwner)
            await rooms.FirstReader.ReadOwnedAsync(first, await OwnersAsync(context, rooms.Policy, second, Side.Second, cancellationToken), cancellationToken);
        if (rooms.SecondReader.AsksByOwner)
            await rooms.SecondReader.ReadOwnedAsync(second, await OwnersAsync(context, rooms.Policy, first, Side.First, cancellationToken), cancellationToken);
        await new Recalling<T>(rooms, first, second).ReadAsync(cancellationToken);
        var items = new List<WorkItem>();
        foreach (var (intent, id) in adopted)
        {
            var (source, target) = intent.Target == Side.First ? (second, first) : (first, second);
            var (one, other) = intent.Target == Side.First ? (id, intent.SourceId) : (intent.SourceId, id);
            if (target.Candidates.ContainsKey(id) && !source.Candidates.ContainsKey(intent.SourceId) && await WithoutSourceAsync(context, intent, id, cancellationToken) is { IsLinked: false, Held: { } gone })
            {
                // What was made again under the same key is matched with it; else it waits for a person.
                target.Holds.TryAdd(id, gone);
                continue;
            }

            if (!target.Candidates.Remove(id))
            {
                // Found under its key and linked with another record, while its source is gone: nobody waits for it any more.
                if (source.SawAll && !source.Candidates.ContainsKey(intent.SourceId) && (await context.Store.FindLinksAsync(context.Pair, T.Kind, intent.Target, [id], cancellationToken)).Count > 0)
                    finished.Add(intent.Token);
                else
                    undecided.Add(intent);
            }
            else if (source.Candidates.Remove(intent.SourceId, out var candidate))
                items.Add(new WorkItem(0, one, other) { Label = candidate.Label, Reason = Reasons.FoundAfterLostCreate, NewbornAt = intent.Target, LostCreateAt = intent.Target, Expected = intent.Expected, HasMoved = true });
            else
                items.Add(await WithoutSourceAsync(context, intent, id, cancellationToken));
        }

        foreach (var intent in undecided)
            await Doubts.HoldAsync(context, rooms[intent.Target], intent, intent.Target == Side.First ? second : first, intent.Target == Side.First ? first : second, cancellationToken);
        var isStrange = await Doubts.HoldStrangersAsync(context, rooms.First, first, second, cancellationToken)
            | await Doubts.HoldStrangersAsync(context, rooms.Second, second, first, cancellationToken);
        await AddAnnouncedAsync(context, first, second, cancellationToken);
        items.AddRange(await new Rejoins<T>(context, rooms, first, second).FindAsync(cancellationToken));
        var taken = items.Where(item => item.IsLinked).Select(item => item.LinkNumber).ToHashSet();
        var all = await rooms.Worklist.BuildAsync(first, second, links, taken, cancellationToken);
        all.AddRange(items);
        Remember(rooms, all, undecided);
        var known = await KnownToken.FindAsync(context, rooms, all, cancellationToken);
        var joined = KnownToken.Join(context, T.Kind, known, all);
        if (isStrange)
            joined = await Doubts.HoldFormerDoublesAsync(context, T.Kind, joined, cancellationToken);
        if (proposals is not null)
            joined = await proposals.JoinAsync(joined, cancellationToken);
        joined = await ApartNotes.ApplyAsync(context, T.Kind, await Unplaced.HoldAsync(context, T.Kind, joined, cancellationToken), cancellationToken);
        return new ReadSides<T>(first, second, joined as WorkItems ?? WorkItems.Of(joined, rooms.Scratch), finished) { Known = known };
    }

    /// <summary>
    /// A match whose source has a create in doubt may be what that create left: what it holds beyond what was sent is somebody's edit, and what is still blank was never
    /// anybody's word, whichever side its owner came from.
    /// </summary>
    private static void Remember(KindRooms<T> rooms, WorkItems items, List<Intent> undecided)
    {
        for (var i = 0; undecided.Count > 0 && i < items.Count; i++)
        {
            var item = items[i];
            if (item.IsMatch && undecided.Find(intent => intent.SourceId == item.IdAt(intent.Target == Side.First ? Side.Second : Side.First) && (item.NewbornAt == intent.Target || IsNewer(rooms, item.IdAt(intent.Target), intent))) is { } intent)
                items[i] = item with { Expected = intent.Expected, NewbornAt = intent.Target, LostCreateAt = intent.Target };
        }
    }

    /// <summary>True for a record that came after the create was begun, where the system tells; before the first record of all there was no highest id.</summary>
    private static bool IsNewer(KindRooms<T> rooms, RemoteId? id, Intent intent) => rooms[intent.Target].NewestId is not null && id is { } found && (intent.NewestBefore is not { } newest || found.CompareTo(newest) > 0);

    private static async Task<SideReading<T>> ReadAsync(PassContext context, string connection, SideReader<T> reader, CancellationToken cancellationToken)
    {
        using var span = EngineSpans.Read(context.Pair, T.Kind, connection);
        try
        {
            var reading = await reader.ReadAsync(cancellationToken);
            EngineLog.Read(context.Logger, context.Pair, T.Kind.Name, connection, reading.Examined, (int)reading.Dirty.Count, reading.Unreadable.Count);
            span?.SetTag("erpsync.records", reading.Examined);
            span.Ended("complete");
            return reading;
        }
        catch (Exception exception)
        {
            span.Ended("failed", RunWatch.CodeOf(exception));
            throw;
        }
    }

    /// <summary>Sources that are linked by now: their intents are done.</summary>
    private static async Task<HashSet<RemoteId>> LinkedSourcesAsync(PassContext context, Side source, IReadOnlyList<Intent> intents, CancellationToken cancellationToken)
    {
        var linked = new HashSet<RemoteId>();
        foreach (var ids in intents.Select(intent => intent.SourceId).Distinct().Chunk(1000))
            linked.UnionWith((await context.Store.FindLinksAsync(context.Pair, T.Kind, source, ids, cancellationToken)).Where(link => link.GoneAt != (source == Side.First ? Side.Second : Side.First)).Select(link => link.End(source).Id));
        return linked;
    }

    /// <summary>The owners of a side's unlinked records, in the other side's ids.</summary>
    private static async Task<IReadOnlyCollection<Ref>> OwnersAsync(PassContext context, KindPolicy<T> policy, SideReading<T> reading, Side side, CancellationToken cancellationToken)
    {
        if (policy.Source != side || policy.Shape.Ownership is null)
            return [];
        var owners = new HashSet<Ref>();
        var resolver = new RefResolver(context);
        foreach (var some in reading.Candidates.Values.Select(candidate => candidate.Owner).OfType<Ref>().Chunk(1000))
        {
            var map = await resolver.LoadAsync(side, some, cancellationToken);
            owners.UnionWith(some.Select(map.Translate).Where(owner => !owner.IsForeign));
        }

        return owners;
    }

    /// <summary>What a lost create left while its source is linked already (created again after a deletion) or gone.</summary>
    private static async Task<WorkItem> WithoutSourceAsync(PassContext context, Intent intent, RemoteId found, CancellationToken cancellationToken)
    {
        var source = intent.Target == Side.First ? Side.Second : Side.First;
        if (await context.Store.FindLinksAsync(context.Pair, T.Kind, source, [intent.SourceId], cancellationToken) is [{ GoneAt: { } gone } link] && gone == intent.Target)
        {
            return new WorkItem(link.Number, gone == Side.First ? found : link.First.Id, gone == Side.Second ? found : link.Second.Id)
            {
                Label = link.Label ?? found.Value,
                Reason = Reasons.FoundAfterLostCreate,
                NewbornAt = gone,
                RejoinedAt = gone,
                Expected = intent.Expected,
                HasMoved = true,
            };
        }

        var here = context.NameOf(source);
        return new WorkItem(0, intent.Target == Side.First ? found : null, intent.Target == Side.Second ? found : null)
        {
            Label = found.Value,
            Held = new SyncProblem(ProblemKind.Held, "create.source-gone", $"It was created from the record {intent.SourceId} of {here}, which is gone by now.")
            {
                Connection = context.NameOf(intent.Target),
                EntityKind = T.Kind,
                Id = found,
                Remedy = "Delete it, or link it by hand.",
            },
        };
    }

    /// <summary>What the systems announced as deleted is looked for like what a complete listing misses.</summary>
    private static async Task AddAnnouncedAsync(PassContext context, SideReading<T> first, SideReading<T> second, CancellationToken cancellationToken)
    {
        foreach (var (side, reading) in new[] { (Side.First, first), (Side.Second, second) })
        {
            var ids = context.Announced.Where(item => item.Kind == T.Kind && string.Equals(item.Connection, context.NameOf(side), StringComparison.Ordinal)).Select(item => item.Id).Distinct();
            foreach (var chunk in ids.Chunk(1000))
            {
                foreach (var link in await context.Store.FindLinksAsync(context.Pair, T.Kind, side, chunk, cancellationToken))
                {
                    if (link.GoneAt is null && !reading.Gone.Contains(link.Number))
                        reading.Gone.Add(link.Number);
                }
            }
        }
    }
}
