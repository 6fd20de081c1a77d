using ErpSync.Deciding;
using ErpSync.Matching;
using ErpSync.Recording;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>Links records without writing to either system: equal fields agree, the others wait for the first-run policy or a person.</summary>
internal sealed class Linker<T>(PassContext context, KindRooms<T> rooms)
    where T : class, IEntity
{
    private const int ChunkSize = 200;

    /// <summary>Linking writes to no system: what a run would write stays pending.</summary>
    public static Decision<T> LinkOnly(Decision<T> decision) => decision with
    {
        Fields = [.. decision.Fields.Select(field => field.Verdict is Verdict.ToFirst or Verdict.ToSecond or Verdict.Merge ? new FieldDecision(Verdict.Open, OpenReason.Pending) : field)],
        WantedFirst = null,
        WantedSecondInFirst = null,
        FirstWrites = [],
        SecondWrites = [],
    };

    /// <summary>Links what can be linked, or only says what would become of each.</summary>
    /// <returns>One result per item, in order.</returns>
    public async Task<IReadOnlyList<LinkResult>> LinkAsync(IReadOnlyList<WorkItem> items, bool store, CancellationToken cancellationToken)
    {
        var results = new List<LinkResult>(items.Count);
        items = await ApartNotes.ApplyAsync(context, T.Kind, items, cancellationToken);
        var recorder = rooms.OpenRecorder(await ParkedBook.OpenAsync(context.Store, context.Pair, T.Kind, context.Options.Parking, cancellationToken));
        foreach (var chunk in items.Chunk(ChunkSize))
        {
            var known = await KnownAsync(chunk, cancellationToken);
            var loaded = (await rooms.Loader.LoadAsync([.. chunk.Where(item => !known.ContainsKey(item))], null, null, cancellationToken)).GetEnumerator();
            var decisions = new List<Decision<T>>();
            foreach (var item in chunk)
            {
                if (known.TryGetValue(item, out var status))
                {
                    results.Add(new LinkResult(item, status));
                    continue;
                }

                loaded.MoveNext();
                var records = loaded.Current;
                if (records.Item.Held is { } unreadable)
                {
                    results.Add(new LinkResult(item, LinkStatus.Unreadable) { Problem = unreadable });
                }
                else if (records.First is null || records.Second is null)
                {
                    results.Add(new LinkResult(item, LinkStatus.Missing) { Problem = Missing(item, records.First is null ? Side.First : Side.Second) });
                }
                else
                {
                    decisions.Add(LinkOnly(rooms.Decider.Decide(records)));
                    results.Add(new LinkResult(item, LinkStatus.Linked) { Differs = decisions[^1].IsOpen });
                }
            }

            if (!store || decisions.Count == 0)
                continue;
            if (context.Heartbeat is not null)
                await context.Heartbeat(cancellationToken);
            await recorder.RecordAsync([.. decisions.Select(decision => new Outcome<T>(decision))], new Tally([]), CancellationToken.None);
        }

        return results;
    }

    private async Task<Dictionary<WorkItem, LinkStatus>> KnownAsync(WorkItem[] items, CancellationToken cancellationToken)
    {
        var firsts = (await context.Store.FindLinksAsync(context.Pair, T.Kind, Side.First, [.. items.Select(item => item.First!.Value).Distinct()], cancellationToken)).ToDictionary(link => link.First.Id, link => link.Second.Id);
        var seconds = (await context.Store.FindLinksAsync(context.Pair, T.Kind, Side.Second, [.. items.Select(item => item.Second!.Value).Distinct()], cancellationToken)).Select(link => link.Second.Id).ToHashSet();
        var known = new Dictionary<WorkItem, LinkStatus>();
        foreach (var item in items)
        {
            if (firsts.TryGetValue(item.First!.Value, out var partner))
                known[item] = partner == item.Second!.Value ? LinkStatus.AlreadyLinked : LinkStatus.Taken;
            else if (seconds.Contains(item.Second!.Value))
                known[item] = LinkStatus.Taken;
        }

        return known;
    }

    private SyncProblem Missing(WorkItem item, Side side) => new(ProblemKind.NotFound, "link.not-found", $"There is no {T.Kind.Name} with the id {item.IdAt(side)} in {context.NameOf(side)}.")
    {
        Connection = context.NameOf(side),
        EntityKind = T.Kind,
        Id = item.IdAt(side),
    };
}
