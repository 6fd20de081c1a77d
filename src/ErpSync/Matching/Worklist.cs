using ErpSync.Reading;

namespace ErpSync.Matching;

/// <summary>Everything that must be looked at in this pass: changed links, deleted ends, links that wait, new matches and records without a counterpart.</summary>
internal sealed class Worklist<T>(PassContext context, Matcher<T> matcher, DeletionNotes<T> notes, Scratch scratch)
    where T : class, IEntity
{
    public async Task<WorkItems> BuildAsync(SideReading<T> first, SideReading<T> second, LinkChoice choice, IReadOnlySet<long> taken, CancellationToken cancellationToken)
    {
        var gone = LinkBitmap.Of(first.Gone);
        var goneAtSecond = LinkBitmap.Of(second.Gone);
        var numbers = await ChosenAsync(choice, cancellationToken);
        numbers.Add(first.Dirty);
        numbers.Add(second.Dirty);
        numbers.Add(gone);
        numbers.Add(goneAtSecond);
        var items = new WorkItems(scratch);
        foreach (var chunk in numbers.Where(number => !taken.Contains(number)).Chunk(1000))
        {
            var links = await context.Store.GetLinksAsync(context.Pair, chunk, cancellationToken);
            var begin = items.Count;
            items.AddRange(links.OrderBy(link => link.Number).Select(link => new WorkItem(link.Number, link.First.Id, link.Second.Id)
            {
                Label = link.Label ?? link.First.Id.Value,
                Reason = link.Reason,
                HasMoved = first.Dirty.Contains(link.Number) || second.Dirty.Contains(link.Number),
                FirstGone = gone.Contains(link.Number) || IsKnownGone(link, Side.First, first),
                SecondGone = goneAtSecond.Contains(link.Number) || IsKnownGone(link, Side.Second, second),
            }));
            for (var i = begin; i < items.Count; i++)
            {
                if (items[i] is { FirstGone: true, SecondGone: true } dead)
                    items[i] = dead with { DeletionNotes = await notes.FindAsync(links.First(link => link.Number == dead.LinkNumber), cancellationToken) };
            }
        }

        var matches = items.Count;
        matcher.Match(first, second, items);
        await HoldUndoneAsync(items, matches, cancellationToken);
        return items;
    }

    /// <summary>Two records whose link a person undid are not linked again by themselves.</summary>
    private async Task HoldUndoneAsync(WorkItems items, int from, CancellationToken cancellationToken)
    {
        var undone = (await context.Store.ReadTextsAsync(context.Pair, $"{PairNotes.UndonePrefix}{T.Kind.Name}/", cancellationToken)).Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
        for (var i = undone.Count == 0 ? items.Count : from; i < items.Count; i++)
        {
            if (items[i] is { IsMatch: true } item && undone.Contains(PairNotes.Key(PairNotes.UndonePrefix, T.Kind, item.First!.Value, item.Second!.Value)))
                items[i] = item with { Held = new SyncProblem(ProblemKind.Held, "match.undone", "The two were linked, and a person undid that.") { EntityKind = T.Kind, Remedy = "Link them by hand to join them again." } };
        }
    }

    private static bool IsKnownGone(Link link, Side side, SideReading<T> reading) => link.GoneAt == side && reading.IsComplete && !reading.Dirty.Contains(link.Number);

    private async Task<LinkBitmap> ChosenAsync(LinkChoice choice, CancellationToken cancellationToken)
    {
        var numbers = new LinkBitmap();
        if (choice == LinkChoice.None)
            return numbers;
        for (long after = 0; ;)
        {
            var page = await context.Store.ReadLinksAsync(context.Pair, T.Kind, after, 1000, openOnly: choice != LinkChoice.All, cancellationToken);
            foreach (var link in page.Where(link => choice != LinkChoice.Pending || link.Open.Any(field => field.Reason == OpenReason.Pending)))
                numbers.Add(link.Number);
            if (page.Count < 1000)
                return numbers;
            after = page[^1].Number;
        }
    }
}
