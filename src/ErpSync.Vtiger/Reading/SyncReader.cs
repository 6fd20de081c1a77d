using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>
/// The operation <c>sync</c>: what changed and what was deleted since a moment. Works only where PHP does not kill it, and tells all owners' records only to
/// administrators. It loses what was written in the same second as the last time it told, so it is always asked from a second before.
/// </summary>
internal sealed class SyncReader(VtigerClient client)
{
    private const int MostCalls = 1000;
    private int _isDead;

    /// <summary>Whether it can be relied on: seen to work, or not tried yet.</summary>
    public bool IsDead => Volatile.Read(ref _isDead) != 0;

    /// <summary>What happened since a moment; null when the server does not offer it.</summary>
    public async Task<SyncAnswer?> ReadAsync(string module, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (IsDead)
            return null;
        var (updated, deleted) = (new Dictionary<string, JsonElement>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var time = Math.Max(1, since.ToUnixTimeSeconds() - 1);
        for (var call = 0; call < MostCalls; call++)
        {
            JsonElement result;
            try
            {
                result = await client.CallAsync(VtigerCall.Get("sync", ("modifiedTime", JsonValues.Invariant(time)), ("elementType", module), ("syncType", "application")) with { MayBeDead = true }, cancellationToken);
            }
            catch (ConnectorException fault) when (fault.Problem.Code is VtigerCodes.Fatal or VtigerCodes.AccessDenied)
            {
                Volatile.Write(ref _isDead, 1);
                return null;
            }

            foreach (var row in result.Get("updated").Items())
            {
                if (row.Text("id") is { } id)
                    updated[id] = row;
            }

            deleted.UnionWith(result.Get("deleted").Items().Select(id => id.AsText()).OfType<string>());
            var next = result.Number("lastModifiedTime") is { } last ? (long)last : time;
            if (!result.Flag("more"))
                return new SyncAnswer([.. updated.Values], deleted);

            // All records of the last second come at once, so the moment moves on.
            time = next > time ? next : time + 1;
        }

        throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, $"sync of {module} does not come to an end.") { Connection = client.Connection });
    }
}
