namespace ErpSync.Reading;

/// <summary>A set of link numbers, one bit each.</summary>
internal sealed class LinkBitmap
{
    private ulong[] _words = new ulong[64];

    public long Count { get; private set; }

    public void Add(long number)
    {
        var word = (int)(number >> 6);
        if (word >= _words.Length)
            Array.Resize(ref _words, Math.Max(word + 1, _words.Length * 2));
        var bit = 1UL << (int)(number & 63);
        if ((_words[word] & bit) != 0)
            return;
        _words[word] |= bit;
        Count++;
    }

    public bool Contains(long number)
    {
        var word = (int)(number >> 6);
        return word < _words.Length && (_words[word] & (1UL << (int)(number & 63))) != 0;
    }
}
