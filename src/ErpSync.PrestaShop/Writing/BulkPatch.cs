using System.Xml.Linq;

namespace ErpSync.PrestaShop;

/// <summary>
/// Changes many records in one request. PrestaShop stores them in order until one fails and does not say which; then it is looked what was stored, the first that was not
/// is sent alone to hear its own error, and the rest goes on together.
/// </summary>
/// <param name="client">The sender.</param>
/// <param name="resource">The resource.</param>
internal sealed class BulkPatch(PrestaShopClient client, string resource)
{
    /// <summary>Tells which of the records, given by their places, hold what was sent.</summary>
    public required Func<IReadOnlyList<int>, CancellationToken, Task<IReadOnlySet<int>>> FindStoredAsync { get; init; }

    /// <summary>False sends whole records instead of fields, for versions before 8.0.</summary>
    public bool CanPatch { get; init; } = true;

    /// <summary>False where a record may hold what was sent without showing it (a date of the same second): then the search for the one that failed halves the batch.</summary>
    public bool ShowsStored { get; init; } = true;

    /// <summary>Sends the records.</summary>
    /// <param name="records">One element per record, null for one that is not to be sent.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>One entry per record: null when it is stored, else why not.</returns>
    public async Task<SyncProblem?[]> SendAsync(IReadOnlyList<XElement?> records, CancellationToken cancellationToken)
    {
        var problems = new SyncProblem?[records.Count];
        var groups = new Stack<List<int>>();
        groups.Push([.. Enumerable.Range(0, records.Count).Where(index => records[index] is not null)]);
        while (groups.TryPop(out var pending))
        {
            if (pending.Count == 0 || await TrySendAsync(records, pending, cancellationToken) is not { } fault)
                continue;
            var count = pending.Count;
            if (!WriteFaults.IsUntouched(fault))
                await DropStoredAsync(pending, fault, cancellationToken);
            if (pending.Count == 0)
                continue;
            if (!WriteFaults.IsAboutRecord(fault))
            {
                // The shop is away: what is left of all groups waits for another day.
                foreach (var index in pending.Concat(groups.SelectMany(group => group)))
                    problems[index] = WriteFaults.NotStored(fault);
                return problems;
            }

            if (pending.Count == 1)
            {
                problems[pending[0]] = WriteFaults.NotStored(fault);
            }
            else if (ShowsStored || pending.Count < count || pending.Count == 2)
            {
                groups.Push(pending[1..]);
                problems[pending[0]] = await SendAloneAsync(records, pending[0], cancellationToken);
            }
            else
            {
                groups.Push(pending[(pending.Count / 2)..]);
                groups.Push(pending[..(pending.Count / 2)]);
            }
        }

        return problems;
    }

    private async Task<SyncProblem?> SendAloneAsync(IReadOnlyList<XElement?> records, int index, CancellationToken cancellationToken)
    {
        if (await TrySendAsync(records, [index], cancellationToken) is not { } fault)
            return null;
        List<int> alone = [index];
        if (!WriteFaults.IsUntouched(fault) && !WriteFaults.IsRefusal(fault))
            await DropStoredAsync(alone, fault, cancellationToken);
        return alone.Count == 0 ? null : WriteFaults.NotStored(fault);
    }

    private async Task<SyncProblem?> TrySendAsync(IReadOnlyList<XElement?> records, IReadOnlyList<int> pending, CancellationToken cancellationToken)
    {
        try
        {
            await Changes.SendAsync(client, CanPatch, resource, [.. pending.Select(index => records[index]!)], cancellationToken);
            return null;
        }
        catch (ConnectorException fault)
        {
            return fault.Problem;
        }
    }

    // The shop goes in order: what is stored is stored up to a place, whatever looks alike behind it.
    private async Task DropStoredAsync(List<int> pending, SyncProblem fault, CancellationToken cancellationToken)
    {
        if (pending.Count == 1 && WriteFaults.IsRefusal(fault))
            return;
        try
        {
            var stored = await FindStoredAsync(pending, cancellationToken);
            pending.RemoveRange(0, pending.TakeWhile(stored.Contains).Count());
        }
        catch (ConnectorException)
        {
            // What cannot be looked for stays unknown, under the first fault.
        }
    }
}
