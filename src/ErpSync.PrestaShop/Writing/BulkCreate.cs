using System.Xml.Linq;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>
/// Creates many records in one request. After a failure it looks among the records that are newer than all before which of them exist; what exists is not created again,
/// what the shop stopped at is sent alone to hear its own error, and the rest goes on together. What nobody can tell stays unknown.
/// </summary>
/// <param name="client">The sender.</param>
/// <param name="session">Remembers the newest ids.</param>
/// <param name="resource">The resource.</param>
internal sealed class BulkCreate(PrestaShopClient client, ShopSession session, string resource)
{
    /// <summary>The fields by which a new record is recognised.</summary>
    public required string IdentityFields { get; init; }

    /// <summary>True when a row holds what the element was to create.</summary>
    public required Func<XElement, WireRow, bool> IsSame { get; init; }

    /// <summary>Creates the records.</summary>
    /// <param name="records">One element per record, null for one that is not to be sent.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>One entry per record: its id, or why there is none.</returns>
    public async Task<(long Id, SyncProblem? Problem)[]> SendAsync(IReadOnlyList<XElement?> records, CancellationToken cancellationToken)
    {
        var results = new (long Id, SyncProblem? Problem)[records.Count];
        var pending = Enumerable.Range(0, records.Count).Where(index => records[index] is not null).ToList();
        if (pending.Count == 0)
            return results;
        var newest = await NewestAsync(cancellationToken);
        while (pending.Count > 0)
        {
            var (ids, fault) = await TrySendAsync(records, pending, cancellationToken);
            if (fault is null)
            {
                Settle(pending, ids, results);
                break;
            }

            var isLookedFor = await LookAsync(records, pending, newest, fault, results, cancellationToken);
            pending.RemoveAll(index => results[index].Id > 0);
            if (pending.Count == 0)
                break;
            if (!isLookedFor || !WriteFaults.IsAboutRecord(fault) || pending.Count == 1)
            {
                foreach (var index in pending)
                    results[index] = (0, isLookedFor ? WriteFaults.NotStored(fault) : fault);
                break;
            }

            var first = pending[0];
            pending.RemoveAt(0);
            results[first] = await SendAloneAsync(records, first, newest, results, cancellationToken);
        }

        foreach (var (id, _) in results)
            session.Memory.Saw(resource, id);
        return results;
    }

    private async Task<(long Id, SyncProblem? Problem)> SendAloneAsync(
        IReadOnlyList<XElement?> records, int index, long newest, (long Id, SyncProblem? Problem)[] results, CancellationToken cancellationToken)
    {
        var (ids, fault) = await TrySendAsync(records, [index], cancellationToken);
        if (fault is null)
            return (ids[0], null);
        var isLookedFor = await LookAsync(records, [index], newest, fault, results, cancellationToken);
        return results[index].Id > 0 ? results[index] : (0, isLookedFor ? WriteFaults.NotStored(fault) : fault);
    }

    private async Task<(IReadOnlyList<long> Ids, SyncProblem? Fault)> TrySendAsync(IReadOnlyList<XElement?> records, IReadOnlyList<int> pending, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await client.PostAsync(resource, pending.Select(index => records[index]!), RequestPurpose.Data, cancellationToken);
            var ids = rows.Select(row => row.Id).Where(id => id > 0).ToList();
            return ids.Count == pending.Count ? (ids, null) : ([], new SyncProblem(
                ProblemKind.OutcomeUnknown, PrestaShopCodes.ValueUnreadable, $"The shop answered with {ids.Count} ids for {pending.Count} new records.")
            { Connection = client.Connection });
        }
        catch (ConnectorException fault)
        {
            return ([], fault.Problem);
        }
    }

    // False when nobody could look, or when a record may have been made without being recognised.
    private async Task<bool> LookAsync(
        IReadOnlyList<XElement?> records, IReadOnlyList<int> pending, long newest, SyncProblem fault, (long Id, SyncProblem? Problem)[] results, CancellationToken cancellationToken)
    {
        if (WriteFaults.IsUntouched(fault) || (pending.Count == 1 && WriteFaults.IsRefusal(fault)))
            return true;
        IReadOnlyList<WireRow> rows;
        try
        {
            rows = await client.ListAsync(new Query(resource).Show(IdentityFields).After(newest), RequestPurpose.Data, cancellationToken);
        }
        catch (ConnectorException)
        {
            return false;
        }

        var taken = results.Select(result => result.Id).ToHashSet();
        foreach (var index in pending)
        {
            var match = rows.FirstOrDefault(row => !taken.Contains(row.Id) && IsSame(records[index]!, row));
            if (match is null)
                break;
            taken.Add(match.Id);
            results[index] = (match.Id, null);
        }

        return true;
    }

    private static void Settle(List<int> pending, IReadOnlyList<long> ids, (long Id, SyncProblem? Problem)[] results)
    {
        for (var at = 0; at < pending.Count; at++)
            results[pending[at]] = (ids[at], null);
    }

    private async Task<long> NewestAsync(CancellationToken cancellationToken) =>
        session.Memory.Newest(resource) ?? await NewestIds.ReadAsync(client, resource, cancellationToken) ?? 0;
}
