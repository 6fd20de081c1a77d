namespace ErpSync.Reading;

/// <summary>A set of texts by their keyed 64-bit hashes: eight bytes a text, so that a million keys take eight megabytes. Filled first, then asked.</summary>
internal sealed class KeySet(RecordHasher hasher)
{
    private const int ChunkSize = 4096;

    private readonly List<ulong[]> _chunks = [];
    private ulong[]? _sorted;
    private int _count;

    public void Add(string text)
    {
        _sorted = null;
        if (_count == _chunks.Count * ChunkSize)
            _chunks.Add(new ulong[ChunkSize]);
        _chunks[^1][_count++ % ChunkSize] = hasher.HashText(text);
    }

    public bool Contains(string text) => _count > 0 && Array.BinarySearch(_sorted ??= Sort(), hasher.HashText(text)) >= 0;

    private ulong[] Sort()
    {
        var all = new ulong[_count];
        for (var i = 0; i < _chunks.Count; i++)
            _chunks[i].AsSpan(0, Math.Min(ChunkSize, _count - (i * ChunkSize))).CopyTo(all.AsSpan(i * ChunkSize));
        Array.Sort(all);
        return all;
    }
}
