using ErpSync.Comparing;
using ErpSync.Deciding;

namespace ErpSync.Passes;

/// <summary>Looks whether another record has got the natural key of one that is to be linked or created: what was unambiguous when the plan was made may not be so any more.</summary>
internal sealed class KeyWatch<T>(PassContext context, KindRooms<T> rooms)
    where T : class, IEntity
{
    /// <summary>The records that have a double by now, with the key and the double.</summary>
    public async Task<Dictionary<Loaded<T>, (string Key, Side Side, RemoteId Id)>> FindAsync(IReadOnlyList<Loaded<T>> loaded, CancellationToken cancellationToken, Side? only = null)
    {
        var doubled = new Dictionary<Loaded<T>, (string Key, Side Side, RemoteId Id)>(ReferenceEqualityComparer.Instance);
        foreach (var side in new[] { rooms.First, rooms.Second }.Where(side => only is null || side.Side == only))
        {
            if (side.KeyFinder is not { } finder || !rooms.Policy.Keys.Any(key => string.Equals(key.Name, finder.KeyName, StringComparison.OrdinalIgnoreCase)))
                continue;
            var byKey = loaded.Select(item => (Item: item, Key: Key(item, finder.KeyName))).Where(item => item.Key is not null).ToLookup(item => item.Key!, item => item.Item, StringComparer.Ordinal);
            foreach (var keys in byKey.Select(group => group.Key).Chunk(side.Profile.FindBatch))
            {
                await foreach (var result in finder.FindByKeyAsync(keys, cancellationToken))
                {
                    if (result.Record is not { } record || rooms.Keys.Key(finder.KeyName, record.Value) is not { } key)
                        continue;
                    foreach (var item in byKey[key].Where(item => item.At(side.Side)?.Id != record.Id))
                        doubled[item] = (finder.KeyName, side.Side, record.Id);
                }
            }
        }

        return doubled;
    }

    /// <summary>Holds creates whose key a linked record of the target has: a run would find it before it creates.</summary>
    public async Task<IReadOnlyList<Decision<T>>> HoldTakenAsync(IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        var held = new Dictionary<Decision<T>, Decision<T>>(ReferenceEqualityComparer.Instance);
        foreach (var creates in decisions.Where(decision => decision.CreateAt is { } target && rooms[target].KeyFinder is not null).GroupBy(decision => decision.CreateAt!.Value))
        {
            var doubled = await FindAsync([.. creates.Select(decision => decision.Loaded)], cancellationToken, creates.Key);
            foreach (var decision in creates.Where(decision => doubled.ContainsKey(decision.Loaded)))
            {
                var (_, side, id) = doubled[decision.Loaded];
                if ((await context.Store.FindLinksAsync(context.Pair, T.Kind, side, [id], cancellationToken)).Count > 0)
                    held[decision] = Taken(decision, side, id);
            }
        }

        return [.. decisions.Select(decision => held.GetValueOrDefault(decision) ?? decision)];
    }

    /// <summary>The decision not to create a record, because its key belongs to a record that is linked already.</summary>
    public Decision<T> Taken(Decision<T> decision, Side side, RemoteId found)
    {
        var source = side == Side.First ? Side.Second : Side.First;
        return decision with
        {
            CreateAt = null,
            Held = new SyncProblem(ProblemKind.Ambiguous, "match.key-taken", $"{context.NameOf(side):there} has its {rooms[side].KeyFinder?.KeyName ?? "token":key} in the record {found:found}, which is linked to another one.")
            {
                Connection = context.NameOf(source),
                EntityKind = T.Kind,
                Id = decision.Loaded.At(source)?.Id,
                Remedy = "Give one of them its own value, or unlink the other pair.",
            },
        };
    }

    private string? Key(Loaded<T> item, string name) => (item.First ?? item.Second)?.Value is { } value ? rooms.Keys.Key(name, value) : null;
}
