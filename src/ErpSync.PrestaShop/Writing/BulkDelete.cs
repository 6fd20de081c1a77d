using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Deletes many records in one request. Where one is missing PrestaShop deletes none; then it is looked which exist. What is gone counts as deleted.</summary>
/// <param name="client">The sender.</param>
/// <param name="resource">The resource.</param>
internal sealed class BulkDelete(PrestaShopClient client, string resource)
{
    /// <summary>Deletes the records.</summary>
    /// <param name="ids">The ids, none twice.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>Why records are still there, by id; empty when all are gone.</returns>
    public async Task<IReadOnlyDictionary<long, SyncProblem>> SendAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<long, SyncProblem>();
        var left = ids.ToList();
        for (var isFirst = true; left.Count > 0; isFirst = false)
        {
            if (await TryAsync(left, cancellationToken) is not { } fault)
                break;
            if (left.Count == 1 && fault.Kind == ProblemKind.NotFound)
                break;
            var remaining = WriteFaults.IsUntouched(fault) ? null : await ExistingAsync(left, cancellationToken);
            if (remaining is null || !isFirst || !WriteFaults.IsAboutRecord(fault))
            {
                foreach (var id in remaining ?? left)
                    problems[id] = remaining is null ? fault : WriteFaults.NotStored(fault);
                break;
            }

            if (remaining.Count == left.Count)
                return await OneByOneAsync(left, cancellationToken);
            left = remaining;
        }

        return problems;
    }

    private async Task<IReadOnlyDictionary<long, SyncProblem>> OneByOneAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<long, SyncProblem>();
        foreach (var id in ids)
        {
            if (await TryAsync([id], cancellationToken) is { } fault && fault.Kind != ProblemKind.NotFound)
                problems[id] = fault;
        }

        return problems;
    }

    private async Task<SyncProblem?> TryAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteAsync(resource, ids, cancellationToken);
            return null;
        }
        catch (ConnectorException fault)
        {
            return fault.Problem;
        }
    }

    private async Task<List<long>?> ExistingAsync(List<long> ids, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await client.ListAsync(new Query(resource).Show("[id]").WhereAny("id", ids), RequestPurpose.Data, cancellationToken);
            var existing = rows.Select(row => row.Id).ToHashSet();
            return [.. ids.Where(existing.Contains)];
        }
        catch (ConnectorException)
        {
            return null;
        }
    }
}
