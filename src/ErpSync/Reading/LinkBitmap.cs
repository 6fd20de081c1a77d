using System.Collections;
using System.Numerics;

namespace ErpSync.Reading;

/// <summary>A set of link numbers, one bit each; told in order.</summary>
internal sealed class LinkBitmap : IEnumerable<long>
{
    private ulong[] _words = new ulong[64];

    public long Count { get; private set; }

    public static LinkBitmap Of(IEnumerable<long> numbers)
    {
        var all = new LinkBitmap();
        foreach (var number in numbers)
            all.Add(number);
        return all;
    }

    /// <summary>Adds all numbers of another set.</summary>
    public void Add(LinkBitmap others)
    {
        foreach (var number in others)
            Add(number);
    }

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

    public IEnumerator<long> GetEnumerator()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var bits = _words[word]; bits != 0; bits &= bits - 1)
                yield return ((long)word << 6) | (uint)BitOperations.TrailingZeroCount(bits);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
