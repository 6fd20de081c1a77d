using ErpSync.Reading;

namespace ErpSync.Matching;

/// <summary>Pairs unlinked records by their keys, level by level. Refuses to guess: a key that several records share links none of them.</summary>
/// <remarks>Takes the candidates out of the readings: after matching, only work items are left in memory.</remarks>
internal sealed class Matcher<T>(PassContext context, KeyMaker<T> keys, SideContext<T> first, SideContext<T> second)
    where T : class, IEntity
{
    // Thousands that share one key name each other; nobody reads on after a hundred.
    private const int MostCandidates = 100;

    private readonly string _onlyInFirst = Reasons.OnlyIn(first.Name);
    private readonly string _onlyInSecond = Reasons.OnlyIn(second.Name);
    private readonly string[] _reasons = [.. Enumerable.Range(0, keys.Count).Select(level => Reasons.SameKey(keys.NameOf(level)))];

    public void Match(SideReading<T> firstReading, SideReading<T> secondReading, WorkItems items)
    {
        var ones = firstReading.Candidates;
        var others = secondReading.Candidates;
        for (var level = 0; level < keys.Count; level++)
            MatchLevel(level, ones, others, items);
        items.AddRange(ones.Values.Select(one => Alone(one, Side.First, firstReading, secondReading)));
        items.AddRange(others.Values.Select(other => Alone(other, Side.Second, secondReading, firstReading)));
        ones.Clear();
        others.Clear();
    }

    private void MatchLevel(int level, CandidateTable ones, CandidateTable others, WorkItems items)
    {
        var byKey = ones.IndexByKey(level);
        var otherByKey = others.IndexByKey(level);
        foreach (var mine in byKey.Groups())
        {
            var key = ones.Text(mine.Text);
            var theirs = otherByKey.Find(key);
            if (mine.IsSingle && theirs.IsSingle)
            {
                var (one, other) = (ones.At(mine.First), others.At(theirs.First));
                items.Add(Matched(one, other, _reasons[level]));
                ones.Remove(one.Id);
                others.Remove(other.Id);
            }
            else if (!mine.IsSingle || !theirs.IsEmpty)
            {
                Hold(level, key, [.. mine.Rows().Select(ones.At)], [.. theirs.Rows().Select(others.At)], ones, others, items);
            }
        }

        foreach (var theirs in otherByKey.Groups().Where(group => !group.IsSingle))
        {
            if (others.Text(theirs.Text) is var key && byKey.Find(key).IsEmpty)
                Hold(level, key, [], [.. theirs.Rows().Select(others.At)], ones, others, items);
        }

        byKey.Clear();
        otherByKey.Clear();
    }

    private static WorkItem Matched(Candidate one, Candidate other, string reason) => new(0, one.Id, other.Id)
    {
        Label = one.Label,
        Reason = reason,
        NewbornAt = one.NewbornAt,
        Tombstone = one.Tombstone ?? other.Tombstone,
        RejoinedAt = (one.Tombstone, other.Tombstone) switch { (null, not null) => Side.First, (not null, null) => Side.Second, _ => null },
    };

    private void Hold(int level, string key, List<Candidate> mine, List<Candidate> theirs, CandidateTable ones, CandidateTable others, WorkItems items)
    {
        foreach (var one in mine)
        {
            ones.Remove(one.Id);
            items.Add(Ambiguous(new WorkItem(0, one.Id, null), Side.First, one, level, key, mine, theirs));
        }

        foreach (var other in theirs)
        {
            others.Remove(other.Id);
            items.Add(Ambiguous(new WorkItem(0, null, other.Id), Side.Second, other, level, key, theirs, mine));
        }
    }

    private WorkItem Ambiguous(WorkItem item, Side side, Candidate self, int level, string key, List<Candidate> sameSide, List<Candidate> otherSide)
    {
        var here = side == Side.First ? first : second;
        var there = side == Side.First ? second : first;
        var repeated = sameSide.Count > 1 ? $"{sameSide.Count} records of {here.Name} share the {keys.NameOf(level)} '{key}'" : null;
        var several = otherSide.Count > 1 ? $"{otherSide.Count} records of {there.Name} have the {keys.NameOf(level)} '{key}'" : null;
        var candidates = otherSide.Count > 0 ? otherSide.Select(x => x.Id) : sameSide.Where(x => x.Id != self.Id).Select(x => x.Id);
        return item with
        {
            Label = self.Label,
            Candidates = candidates.Take(MostCandidates).ToValueList(),
            Held = new SyncProblem(ProblemKind.Ambiguous, "match.ambiguous", string.Join("; ", new[] { repeated, several }.OfType<string>()) + ".")
            {
                Arguments = TextMap.From([new("key", keys.NameOf(level)), new("value", key)]),
                Connection = here.Name,
                EntityKind = T.Kind,
                Id = self.Id,
                Remedy = "Give each its own value, or link the right two by hand.",
            },
        };
    }

    private WorkItem Alone(Candidate candidate, Side side, SideReading<T> reading, SideReading<T> otherReading)
    {
        var item = side == Side.First ? new WorkItem(0, candidate.Id, null) : new WorkItem(0, null, candidate.Id);
        item = item with { Label = candidate.Label, Reason = side == Side.First ? _onlyInFirst : _onlyInSecond };
        var there = side == Side.First ? second : first;
        var follows = candidate.FollowsOwner && there.Creator is null;
        if (candidate.WaitsForOwner || follows)
        {
            return item with
            {
                Held = new SyncProblem(
                    ProblemKind.WaitingForDependency,
                    follows ? WorkItem.FollowsOwner : WorkItem.OwnerNotLinked,
                    follows ? "It follows the record it belongs to, which is created first." : "The record it belongs to is not linked.")
                {
                    Connection = context.NameOf(side),
                    EntityKind = T.Kind,
                    Id = candidate.Id,
                },
            };
        }

        if (candidate.Tombstone is { } stone)
            return item with { Tombstone = stone, Held = Buried.Problem(context, T.Kind, side, candidate.Id, stone) };
        if (reading.Holds.TryGetValue(candidate.Id, out var doubt))
            return item with { Held = doubt };
        if (candidate.Keys.Length > 0 && candidate.Keys[0] is { } key && otherReading.LinkedKeys.Contains(key))
        {
            return item with
            {
                Held = new SyncProblem(ProblemKind.Ambiguous, "match.key-taken", $"{there.Name:there} has the {keys.NameOf(0):key} '{key:value}' in a record that is linked to another one.")
                {
                    Connection = context.NameOf(side),
                    EntityKind = T.Kind,
                    Id = candidate.Id,
                    Remedy = "Give one of them its own value, or unlink the other pair.",
                },
            };
        }

        return item;
    }
}
