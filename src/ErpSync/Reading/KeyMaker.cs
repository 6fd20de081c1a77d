namespace ErpSync.Reading;

/// <summary>Makes the keys by which unlinked records are matched: what both systems would hold, in the first side's ids.</summary>
internal sealed class KeyMaker<T>(KindPolicy<T> policy, SideContext<T> first, SideContext<T> second)
    where T : class, IEntity
{
    private readonly Ownership<T>? _ownership = policy.Shape.Ownership;

    /// <summary>How many keys a record has; the last one is the owner's, for owned kinds.</summary>
    public int Count => policy.Keys.Count + (_ownership is null ? 0 : 1);

    public string NameOf(int level) => level < policy.Keys.Count ? policy.Keys[level].Name : "owner";

    public string? PrimaryKey(T value) => policy.Keys.Count == 0 ? null : Key(policy.Keys[0], value);

    /// <summary>The first key of a record: the primary one or, for owned kinds without one, the owner's.</summary>
    public string? FirstKey(T value, Ref? ownerInFirst) => policy.Keys.Count > 0 ? PrimaryKey(value) : OwnerKey(value, ownerInFirst);

    public string? Key(string name, T value) => policy.Shape.NaturalKeys.FirstOrDefault(key => string.Equals(key.Name, name, StringComparison.Ordinal)) is { } key ? Key(key, value) : null;

    public string? KeyAt(int level, T value) => Key(policy.Keys[level], value);

    public Candidate Make(Remote<T> record, Ref? owner)
    {
        var keys = new string?[Count];
        for (var level = 0; level < policy.Keys.Count; level++)
            keys[level] = Key(policy.Keys[level], record.Value);
        var label = record.Label ?? record.Id.Value;
        if (keys.Length > 0 && string.Equals(keys[0], label, StringComparison.Ordinal))
            label = keys[0]!;
        if (_ownership is null)
            return new Candidate(record.Id, keys, label);
        keys[^1] = OwnerKey(record.Value, owner);
        return new Candidate(record.Id, keys, label) { WaitsForOwner = keys[^1] is null };
    }

    private string? OwnerKey(T value, Ref? owner) => _ownership is not null && owner is { IsForeign: false } ? $"{owner} {_ownership.Key(value)}" : null;

    private string? Key(NaturalKey<T> key, T value) => key.Of(second.Profile.Normalise(first.Profile.Normalise(value)))?.Trim() is { Length: > 0 } text ? text : null;
}
