using ErpSync.Matching;
using ErpSync.Reading;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>Finds the links of a lost store again: by token, by key, by content. What stays unsure is held.</summary>
internal sealed class Rebuilder<T>(PassContext context, KindRooms<T> rooms)
    where T : class, IEntity
{
    private const int ChunkSize = 200;
    private readonly HashSet<(Side, RemoteId)> _keyless = [];

    public async Task<RebuildReport> RebuildAsync(CancellationToken cancellationToken)
    {
        rooms.FirstReader.Unlinked = record => Note(Side.First, record);
        rooms.SecondReader.Unlinked = record => Note(Side.Second, record);
        var known = (await context.Store.CountAsync(context.Pair, T.Kind, cancellationToken)).Linked;
        var first = await rooms.FirstReader.ReadAsync(cancellationToken);
        var second = await rooms.SecondReader.ReadAsync(cancellationToken);
        var byToken = await TokensAsync(rooms.Second, first, second, cancellationToken);
        byToken.AddRange(await TokensAsync(rooms.First, second, first, cancellationToken));
        var rest = (await rooms.Worklist.BuildAsync(first, second, LinkChoice.Pending, new HashSet<long>(), cancellationToken)).Where(item => !item.IsLinked).ToList();
        var byKey = rest.Where(item => item is { IsMatch: true, Held: null }).ToList();
        var alone = rest.Where(item => !item.IsMatch && !item.IsSilent).ToList();
        var byContent = await SameContentAsync([.. alone.Where(item => item.Held is null)], cancellationToken);
        var linker = new Linker<T>(context, rooms);
        var results = await linker.LinkAsync([.. byToken, .. byKey, .. byContent], store: true, cancellationToken);
        var placed = byContent.SelectMany(item => new[] { (Side.First, item.First!.Value), (Side.Second, item.Second!.Value) }).ToHashSet();
        alone.RemoveAll(item => placed.Contains(Key(item)));
        var unsure = await HoldUnsureAsync(alone, cancellationToken);
        return new RebuildReport(T.Kind)
        {
            Known = known,
            FoundByToken = results.Take(byToken.Count).Count(IsLinked),
            FoundByKey = results.Skip(byToken.Count).Take(byKey.Count).Count(IsLinked),
            FoundByContent = results.Skip(byToken.Count + byKey.Count).Count(IsLinked),
            Differing = results.Count(result => result.Differs),
            Unsure = unsure,
            Alone = alone.Count - unsure.Count,
        };
    }

    private static bool IsLinked(LinkResult result) => result.Status == LinkStatus.Linked;

    private static (Side Side, RemoteId Id) Key(WorkItem item) => item.First is { } first ? (Side.First, first) : (Side.Second, item.Second!.Value);

    private void Note(Side side, Remote<T> record)
    {
        if (rooms.Policy.Shape.Ownership is null && Enumerable.Range(0, rooms.Policy.Keys.Count).All(level => rooms.Keys.KeyAt(level, record.Value) is null))
            _keyless.Add((side, record.Id));
    }

    /// <summary>Looks up at the target the tokens that creates from the other side's records would have left there.</summary>
    private async Task<List<WorkItem>> TokensAsync(SideContext<T> target, SideReading<T> sources, SideReading<T> targets, CancellationToken cancellationToken)
    {
        var items = new List<WorkItem>();
        foreach (var ids in target.TokenFinder is null ? [] : sources.Candidates.Keys.Chunk(target.Profile.FindBatch))
        {
            var byToken = ids.ToDictionary(id => Tokens.For(context.NameOf(target.Other), T.Kind, id), StringComparer.Ordinal);
            foreach (var (token, found) in await target.TokenFinder!.FindByTokenAsync([.. byToken.Keys], cancellationToken))
            {
                var source = byToken[token];
                if (await PairNotes.IsApartAsync(context, T.Kind, target.Side, found, source, cancellationToken) || !targets.Candidates.ContainsKey(found) || !sources.Candidates.Remove(source, out var candidate))
                    continue;
                targets.Candidates.Remove(found);
                items.Add(new WorkItem(0, target.Side == Side.First ? found : source, target.Side == Side.First ? source : found) { Label = candidate.Label, Reason = Reasons.FoundByToken });
            }
        }

        return items;
    }

    /// <summary>Records of which exactly one at each side has the same content.</summary>
    private async Task<List<WorkItem>> SameContentAsync(IReadOnlyList<WorkItem> alone, CancellationToken cancellationToken)
    {
        var keyless = alone.Where(item => _keyless.Contains(Key(item))).ToList();
        var firsts = new Dictionary<string, List<WorkItem>>(StringComparer.Ordinal);
        var seconds = new Dictionary<string, List<WorkItem>>(StringComparer.Ordinal);
        foreach (var chunk in keyless.Chunk(ChunkSize))
        {
            foreach (var loaded in await rooms.Loader.LoadAsync(chunk, null, null, cancellationToken))
            {
                if ((loaded.First?.Value ?? loaded.SecondInFirst) is not { } value)
                    continue;
                var content = Convert.ToHexString(rooms.Comparer.ContentFingerprint(rooms.First.Profile.Normalise(value), rooms.Second));
                var groups = loaded.First is null ? seconds : firsts;
                (groups.TryGetValue(content, out var group) ? group : groups[content] = []).Add(loaded.Item);
            }
        }

        return [.. firsts.Where(group => group.Value.Count == 1 && seconds.TryGetValue(group.Key, out var same) && same.Count == 1)
            .Select(group => group.Value[0] with { Second = seconds[group.Key][0].Second, Reason = Reasons.FoundByContent })];
    }

    /// <summary>Where both sides have records that nothing can tell apart, none of them may be created.</summary>
    private async Task<List<SyncProblem>> HoldUnsureAsync(List<WorkItem> alone, CancellationToken cancellationToken)
    {
        var problems = alone.Select(item => item.Held).OfType<SyncProblem>().Where(problem => problem.Kind == ProblemKind.Ambiguous).ToList();
        var keyless = alone.Where(item => item.Held is null && _keyless.Contains(Key(item))).ToList();
        if (keyless.Exists(item => item.First is not null) && keyless.Exists(item => item.Second is not null))
        {
            var changes = new StoreChanges { Lease = context.Lease };
            foreach (var (side, id) in keyless.Select(Key))
            {
                changes.Texts.Add((context.Pair, Unplaced.Key(T.Kind, side, id), ""));
                problems.Add(Unplaced.Problem(context, T.Kind, side, id));
            }

            await context.Store.CommitAsync(changes, cancellationToken);
        }

        return problems;
    }
}
