using ErpSync.Reading;

namespace ErpSync.Matching;

/// <summary>Reduces records to their hints.</summary>
internal sealed class HintMaker<T>(KindPolicy<T> policy, KeyMaker<T> keys, RecordHasher hasher)
    where T : class, IEntity
{
    private static readonly string[] NoNames = [];
    private static readonly ulong[] NoHashes = [];

    /// <summary>The keys come before the hints in <see cref="HintedRecord.Hashes"/>.</summary>
    public int Keys => policy.Keys.Count;

    public HintedRecord Make(Remote<T> record)
    {
        var hints = policy.Shape.Hints;
        var hashes = new ulong[Keys + hints.Count][];
        var names = new string[hints.Count][];
        for (var level = 0; level < Keys; level++)
            hashes[level] = keys.KeyAt(level, record.Value) is { } key ? [hasher.HashText(key)] : NoHashes;
        for (var i = 0; i < hints.Count; i++)
        {
            var lines = hints[i].Of(record.Value)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
            names[i] = hints[i].Style == HintStyle.Similar ? lines : NoNames;
            hashes[Keys + i] = hints[i].Style == HintStyle.Similar || lines.Length == 0 ? NoHashes : [.. lines.Select(hasher.HashText)];
        }

        return new HintedRecord(record.Id, record.Label ?? record.Id.Value, policy.Shape.Ownership?.Owner(record.Value), hashes, names);
    }
}
