using ErpSync.Matching;
using ErpSync.Reading;

namespace ErpSync.Comparing;

/// <summary>Fetches the bodies of a batch of work items, from the reading's cache or by id, and translates pointers.</summary>
internal sealed class Loader<T>(PassContext context, KindPolicy<T> policy, SideContext<T> first, SideContext<T> second, Func<WorkItem, SyncProblem?> unsettled)
    where T : class, IEntity
{
    /// <summary>The code of records that point to reference data which was not mapped.</summary>
    public const string UnmappedCode = "map.value-unmapped";

    private readonly RefResolver _refs = new(context);

    public async Task<IReadOnlyList<Loaded<T>>> LoadAsync(IReadOnlyList<WorkItem> items, BodyCache<T>? firstCache, BodyCache<T>? secondCache, CancellationToken cancellationToken)
    {
        var links = new Dictionary<long, Link>();
        foreach (var numbers in items.Where(item => item.IsLinked).Select(item => item.LinkNumber).Chunk(1000))
        {
            foreach (var link in await context.Store.GetLinksAsync(context.Pair, numbers, cancellationToken))
                links[link.Number] = link;
        }

        var ones = await FetchAsync(first, [.. items.Select(item => item.First).OfType<RemoteId>().Distinct()], firstCache, cancellationToken);
        var others = await FetchAsync(second, [.. items.Select(item => item.Second).OfType<RemoteId>().Distinct()], secondCache, cancellationToken);
        var loaded = items.Select(item =>
        {
            var problem = ones.Problem(item.First) ?? others.Problem(item.Second) ?? unsettled(item);
            return new Loaded<T>(
                problem is null ? item : item with { Held = problem },
                links.GetValueOrDefault(item.LinkNumber),
                ones.Find(item.First),
                others.Find(item.Second));
        }).ToList();
        return await TranslateAsync(loaded, cancellationToken);
    }

    /// <summary>Reads records by id; those that do not exist are missing from the answer.</summary>
    public static async Task<Fetched<T>> FetchAsync(SideContext<T> side, IReadOnlyCollection<RemoteId> ids, BodyCache<T>? cache, CancellationToken cancellationToken)
    {
        var fetched = new Fetched<T>(new(ids.Count), []);
        var missing = new List<RemoteId>();
        foreach (var id in ids)
        {
            if (cache is null || !cache.TryTake(id, out var record))
                missing.Add(id);
            else if (record is not null)
                fetched.Records[id] = record;
        }

        foreach (var batch in missing.Chunk(side.Profile.FindBatch))
        {
            SyncProblem? nameless = null;
            await foreach (var result in side.Connector.Get<IFinder<T>>().FindAsync(batch, cancellationToken))
            {
                if (result.Record is { } record)
                    fetched.Records[record.Id] = record;
                else if (result.Problem is { Id: { } id } problem)
                    fetched.Unreadable[id] = problem with { Connection = side.Name, EntityKind = T.Kind };
                else
                    nameless = result.Problem;
            }

            // Without its id a bad record may be any of those that are missing: none of them counts as deleted.
            foreach (var id in nameless is null ? [] : batch.Where(id => !fetched.Records.ContainsKey(id)))
                fetched.Unreadable.TryAdd(id, nameless! with { Connection = side.Name, EntityKind = T.Kind });
        }

        return fetched;
    }

    public async Task<IReadOnlyList<Loaded<T>>> TranslateAsync(IReadOnlyList<Loaded<T>> loaded, CancellationToken cancellationToken)
    {
        var seconds = loaded.Where(item => item.Second is not null).SelectMany(item => policy.Shape.Refs(item.Second!.Value));
        var firsts = loaded.Where(item => item.First is not null).SelectMany(item => policy.Shape.Refs(item.First!.Value));
        var toFirst = await _refs.LoadAsync(Side.Second, seconds, cancellationToken);
        var toSecond = await _refs.LoadAsync(Side.First, firsts, cancellationToken);
        var firstMarker = new LinkMarker(toSecond);
        var secondMarker = new LinkMarker(toFirst);
        return [.. loaded.Select(item => Parked(item, toSecond, toFirst)).Select(item => item with
        {
            FirstMarked = item.First is null ? null : policy.Shape.Translate(item.First.Value, firstMarker),
            SecondMarked = item.Second is null ? null : policy.Shape.Translate(item.Second.Value, secondMarker),
            SecondInFirst = item.Second is null ? null : policy.Shape.Translate(item.Second.Value, toFirst),
            LostOwner = item.Link is not null && (item.First ?? item.Second) is { } survivor && (item.First is null || item.Second is null)
                && policy.Shape.Ownership?.Owner(survivor.Value) is { } owner && context.SyncedKinds.Contains(owner.Kind)
                && (item.First is null ? toFirst : toSecond).Translate(owner).IsForeign,
            OwnerIsDoomed = context.Doomed.Count > 0 && (item.First is null || item.Second is null) && (item.First ?? item.Second) is { } left && policy.Shape.Ownership?.Owner(left.Value) is { } doomed
                && context.Doomed.Contains((doomed.Kind, item.First is null ? Side.Second : Side.First, doomed.Id)),
        })];
    }

    /// <summary>Sets a record aside that points to reference data which the host wants mapped and did not map.</summary>
    private Loaded<T> Parked(Loaded<T> item, LinkMap toSecond, LinkMap toFirst)
    {
        if (item.Item.Held is not null || context.Maps.Count == 0)
            return item;
        foreach (var (side, record, links) in new[] { (first, item.First, toSecond), (second, item.Second, toFirst) })
        {
            if (record is null || (policy.Source is { } source && source != side.Side))
                continue;
            foreach (var field in policy.Shape.Fields.Where(field => field.PointsTo is { } kind && context.Maps.TryGetValue(kind, out var map) && map.Parks && !policy.Ignored.Contains(field.Name) && policy.OwnerOf(field.Name) is var owner && (owner is null || owner == side.Side)))
            {
                if (field.Refs(record.Value).Where(pointer => context.Maps.ContainsKey(pointer.Kind)).Cast<Ref?>().FirstOrDefault(pointer => links.Translate(pointer!.Value).IsForeign) is { } unmapped)
                    return item with { Item = item.Item with { Held = Unmapped(side, record, field, unmapped) } };
            }
        }

        return item;
    }

    private SyncProblem Unmapped(SideContext<T> side, Remote<T> record, Field<T> field, Ref value) =>
        new SyncProblem(ProblemKind.Misconfigured, UnmappedCode, $"Its {field.Name:field} is the {value.Kind.Name:kind} {value.Id:value} of {side.Name:here}, which has no counterpart in {context.NameOf(side.Other):there}.")
        {
            Connection = side.Name,
            EntityKind = T.Kind,
            Id = record.Id,
            Field = field.Name,
        }.WithRemedy($"Map the {value.Kind.Name:kind} {value.Id:value} of the pair.");

    /// <summary>Translates records that are to be written at the second side into its ids, or leaves first-side records as they are.</summary>
    public async Task<IReadOnlyList<T>> ToSideAsync(Side target, IReadOnlyList<T> valuesInFirst, CancellationToken cancellationToken)
    {
        if (target == Side.First)
            return valuesInFirst;
        var translator = await _refs.LoadAsync(Side.First, valuesInFirst.SelectMany(policy.Shape.Refs), cancellationToken);
        return [.. valuesInFirst.Select(value => policy.Shape.Translate(value, translator))];
    }
}
