using System.Runtime.InteropServices;

namespace ErpSync.Matching;

/// <summary>
/// Finds for each unlinked record its best partner at the other side, by values that both hold and by rare words of similar names; never every pair. Each record is in one
/// proposal, except where several partners are about as good: those are all told.
/// </summary>
internal sealed class Proposer<T>(PairScorer<T> scorer, int hashes, IReadOnlyList<int> similar, Func<HintedRecord, HintedRecord, bool> mayMatch)
    where T : class, IEntity
{
    private const decimal Least = 0.4m;
    private const decimal AboutAsGood = 0.05m;
    private const int TooCommon = 20;
    private const int MostPartners = 5;

    public IReadOnlyList<ScoredPair> Propose(IReadOnlyList<HintedRecord> firsts, IReadOnlyList<HintedRecord> seconds)
    {
        var byHash = new Dictionary<(int, ulong), List<int>>();
        for (var j = 0; j < seconds.Count; j++)
            AddHashes(byHash, seconds[j], j);
        var names = similar.Select(hint => (hint, new NameIndex(seconds, hint))).ToList();
        var pairs = new List<ScoredPair>();
        var partners = new HashSet<int>();
        for (var i = 0; i < firsts.Count; i++)
        {
            partners.Clear();
            for (var level = 0; level < hashes; level++)
            {
                foreach (var hash in firsts[i].Hashes[level])
                {
                    if (byHash.TryGetValue((level, hash), out var same) && same.Count <= TooCommon)
                        partners.UnionWith(same);
                }
            }

            foreach (var (hint, index) in names)
                partners.UnionWith(index.Near(firsts[i].Names[hint]));
            var place = i;
            pairs.AddRange(partners.Where(j => mayMatch(firsts[place], seconds[j]))
                .Select(j => new ScoredPair(place, j, scorer.Score(firsts[place], seconds[j])))
                .Where(pair => pair.Score >= Least)
                .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Second)
                .Take(MostPartners));
        }

        return Assign(pairs);
    }

    private void AddHashes(Dictionary<(int, ulong), List<int>> byHash, HintedRecord record, int place)
    {
        for (var level = 0; level < hashes; level++)
        {
            foreach (var hash in record.Hashes[level])
            {
                ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(byHash, (level, hash), out _);
                places ??= [];
                if (places.Count <= TooCommon)
                    places.Add(place);
            }
        }
    }

    /// <summary>The best pairs first, each record once; then those that are about as good as the pair that one of their records got.</summary>
    private static List<ScoredPair> Assign(List<ScoredPair> pairs)
    {
        pairs.Sort((one, other) => other.Score != one.Score ? other.Score.CompareTo(one.Score) : one.First != other.First ? one.First.CompareTo(other.First) : one.Second.CompareTo(other.Second));
        var firsts = new Dictionary<int, ScoredPair>();
        var seconds = new Dictionary<int, ScoredPair>();
        var rivals = new List<ScoredPair>();
        var contested = new HashSet<(int, int)>();
        foreach (var pair in pairs)
        {
            var mine = firsts.TryGetValue(pair.First, out var ofFirst);
            var theirs = seconds.TryGetValue(pair.Second, out var ofSecond);
            if (!mine && !theirs)
            {
                firsts[pair.First] = seconds[pair.Second] = pair;
                continue;
            }

            var isRival = false;
            foreach (var taken in new[] { (mine, ofFirst), (theirs, ofSecond) }.Where(x => x.Item1 && x.Item2.Score - pair.Score <= AboutAsGood).Select(x => x.Item2))
            {
                contested.Add((taken.First, taken.Second));
                isRival = true;
            }

            if (isRival)
                rivals.Add(pair with { IsAmbiguous = true });
        }

        return [.. firsts.Values.Select(pair => pair with { IsAmbiguous = contested.Contains((pair.First, pair.Second)) }).Concat(rivals).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }
}
