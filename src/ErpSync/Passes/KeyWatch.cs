using ErpSync.Comparing;

namespace ErpSync.Passes;

/// <summary>Looks whether another record has got the natural key of one that is to be linked or created: what was unambiguous when the plan was made may not be so any more.</summary>
internal sealed class KeyWatch<T>(KindRooms<T> rooms)
    where T : class, IEntity
{
    /// <summary>The records that have a double by now, with the key and the double.</summary>
    public async Task<Dictionary<Loaded<T>, (string Key, Side Side, RemoteId Id)>> FindAsync(IReadOnlyList<Loaded<T>> loaded, CancellationToken cancellationToken)
    {
        var doubled = new Dictionary<Loaded<T>, (string Key, Side Side, RemoteId Id)>(ReferenceEqualityComparer.Instance);
        foreach (var side in new[] { rooms.First, rooms.Second })
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

    private string? Key(Loaded<T> item, string name) => (item.First ?? item.Second)?.Value is { } value ? rooms.Keys.Key(name, value) : null;
}
