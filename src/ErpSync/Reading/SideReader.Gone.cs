namespace ErpSync.Reading;

/// <content>What is gone.</content>
internal sealed partial class SideReader<T>
{
    /// <summary>Only a complete look decides that something is gone: a record that could not be read still exists, and one without an id may be any.</summary>
    private async Task FindGoneAsync(SideReading<T> reading, CancellationToken cancellationToken)
    {
        if (reading.Unreadable.Any(problem => problem.Id is null))
        {
            await AddUnseenAsync(reading.Missing, cancellationToken);
            return;
        }

        reading.SawAll = true;
        var unreadable = reading.Unreadable.Select(problem => problem.Id!.Value).Distinct().ToList();
        if (unreadable.Count > 0)
        {
            foreach (var link in await context.Store.FindLinksAsync(context.Pair, T.Kind, side.Side, unreadable, cancellationToken))
                See(link);
        }

        reading.IsComplete = true;
        var counts = await context.Store.CountAsync(context.Pair, T.Kind, cancellationToken);
        if (counts.Linked == _seen.Count + (side.Side == Side.First ? counts.GoneAtFirst : counts.GoneAtSecond) - _returned)
            return; // what is missing is known to be gone
        await AddUnseenAsync(reading.Gone, cancellationToken);
    }

    private async Task AddUnseenAsync(List<long> unseen, CancellationToken cancellationToken)
    {
        for (long after = 0; ;)
        {
            var page = await context.Store.ReadLinksAsync(context.Pair, T.Kind, after, 1000, openOnly: false, cancellationToken);
            unseen.AddRange(page.Where(link => link.GoneAt != side.Side && !_seen.Contains(link.Number)).Select(link => link.Number));
            if (page.Count < 1000)
                return;
            after = page[^1].Number;
        }
    }
}
