using System.Runtime.InteropServices;

namespace ErpSync.Matching;

/// <summary>Finds records with a similar name by their rarest words and word beginnings, without comparing every pair.</summary>
internal sealed class NameIndex
{
    private const int TooCommon = 300;
    private const int RarestWords = 4;
    private const int Most = 8;
    private const int BeginningOf = 5;
    private const int Beginning = 4;
    private readonly Dictionary<int, List<int>> _byWord = [];
    private readonly Dictionary<int, int> _shared = [];

    public NameIndex(IReadOnlyList<HintedRecord> records, int hint)
    {
        for (var i = 0; i < records.Count; i++)
        {
            foreach (var word in Words(records[i].Names[hint]))
            {
                ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_byWord, word, out _);
                (places ??= []).Add(i);
            }
        }
    }

    /// <summary>The places of the records that share most of the rarest words; at most eight.</summary>
    public IEnumerable<int> Near(string[] names)
    {
        if (names.Length == 0)
            return [];
        _shared.Clear();
        var lists = Words(names).Select(word => _byWord.GetValueOrDefault(word)).OfType<List<int>>().Where(places => places.Count <= TooCommon).OrderBy(places => places.Count).Take(RarestWords);
        foreach (var place in lists.SelectMany(places => places))
            CollectionsMarshal.GetValueRefOrAddDefault(_shared, place, out _)++;
        return _shared.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(Most).Select(entry => entry.Key);
    }

    /// <summary>How much two names are alike, 0 to 1 with two decimals: the share of letter pairs that they have in common.</summary>
    public static decimal Likeness(string[] one, string[] other)
    {
        var best = 0m;
        foreach (var mine in one)
        {
            foreach (var theirs in other)
                best = Math.Max(best, Likeness(mine, theirs));
        }

        return best;
    }

    private static decimal Likeness(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
            return 1m;
        if (one.Length < 2 || other.Length < 2)
            return 0m;
        Span<int> mine = stackalloc int[one.Length - 1];
        Span<int> theirs = stackalloc int[other.Length - 1];
        Pairs(one, mine);
        Pairs(other, theirs);
        int i = 0, j = 0, common = 0;
        while (i < mine.Length && j < theirs.Length)
        {
            var order = mine[i].CompareTo(theirs[j]);
            if (order == 0)
                common++;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return Math.Min(0.99m, Math.Round(2m * common / (mine.Length + theirs.Length), 2));
    }

    private static void Pairs(string text, Span<int> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (text[i] << 16) | text[i + 1];
        pairs.Sort();
    }

    /// <summary>Hashes of the words, and of the beginnings of longer ones, so that a slip at the end of a word does not hide it.</summary>
    private static HashSet<int> Words(string[] names)
    {
        var words = new HashSet<int>();
        foreach (var name in names)
        {
            foreach (var range in name.AsSpan().Split(' '))
            {
                var word = name.AsSpan()[range];
                if (word.Length < 2)
                    continue;
                words.Add(Hash(word));
                if (word.Length >= BeginningOf)
                    words.Add(~Hash(word[..Beginning]));
            }
        }

        return words;
    }

    /// <summary>The same in every process, so that the same records are proposed.</summary>
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var character in word)
            hash = (hash ^ character) * 16777619;
        return (int)hash;
    }
}
