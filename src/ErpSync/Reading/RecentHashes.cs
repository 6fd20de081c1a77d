namespace ErpSync.Reading;

/// <summary>
/// The hashes of the short values that were hashed last. Both sides of a record mostly hold the same values, and what was hashed to decide is hashed again to record: more than half of all hashes are found here.
/// Values are compared whole, so that two that fall on one place are never taken for each other.
/// </summary>
internal sealed class RecentHashes
{
    public const int MostBytes = 160;

    private const int Places = 2048;

    private readonly byte[] _values = new byte[Places * MostBytes];
    private readonly byte[] _lengths = new byte[Places];
    private readonly ulong[] _hashes = new ulong[Places];

    /// <summary>Finds the place of a value of 1 to <see cref="MostBytes"/> bytes.</summary>
    /// <returns>True when its hash is known.</returns>
    public bool TryGet(ReadOnlySpan<byte> value, out int place, out ulong hash)
    {
        var code = default(HashCode);
        code.AddBytes(value);
        place = code.ToHashCode() & (Places - 1);
        hash = _hashes[place];
        return _lengths[place] == value.Length && value.SequenceEqual(_values.AsSpan(place * MostBytes, value.Length));
    }

    /// <summary>Remembers the hash of a value at the place that <see cref="TryGet"/> named.</summary>
    public void Set(int place, ReadOnlySpan<byte> value, ulong hash)
    {
        value.CopyTo(_values.AsSpan(place * MostBytes));
        _lengths[place] = (byte)value.Length;
        _hashes[place] = hash;
    }
}
