using System.Collections;

namespace ErpSync.Dolibarr;

/// <summary>A set of ids that lie close together, as those of a database do: about a bit each. Enumerated in ascending order.</summary>
internal sealed class IdSet : IReadOnlyCollection<long>
{
    private const int Shift = 12;
    private readonly Dictionary<long, ulong[]> _pages = [];

    public int Count { get; private set; }

    /// <summary>The highest id; 0 for none.</summary>
    public long Highest { get; private set; }

    public void Add(long id)
    {
        if (!_pages.TryGetValue(id >> Shift, out var page))
            _pages[id >> Shift] = page = new ulong[1 << (Shift - 6)];
        ref var word = ref page[(id >> 6) & ((1 << (Shift - 6)) - 1)];
        Count += (word & Bit(id)) == 0 ? 1 : 0;
        word |= Bit(id);
        Highest = Math.Max(Highest, id);
    }

    public bool Contains(long id) => _pages.TryGetValue(id >> Shift, out var page) && (page[(id >> 6) & ((1 << (Shift - 6)) - 1)] & Bit(id)) != 0;

    public IEnumerator<long> GetEnumerator()
    {
        foreach (var number in _pages.Keys.Order())
        {
            for (var id = number << Shift; id < (number + 1) << Shift; id++)
            {
                if (Contains(id))
                    yield return id;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ulong Bit(long id) => 1UL << (int)(id & 63);
}
