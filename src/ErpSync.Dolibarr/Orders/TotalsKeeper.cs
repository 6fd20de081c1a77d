using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Takes a draft back that came out with other totals than planned: a wrong document is worse than none.</summary>
internal static class TotalsKeeper
{
    /// <summary>Compares a draft with its plan, and deletes it when they differ.</summary>
    /// <returns>Null when it is as planned; the difference when it was taken back.</returns>
    public static async Task<SyncProblem?> KeepAsync(JsonElement draft, DocumentPlan plan, EntityKind kind, int sign, string path, TradeRun run, CancellationToken cancellationToken)
    {
        try
        {
            DocumentBodies.Check(draft, plan, kind, sign, run.Setup);
            return null;
        }
        catch (ConnectorException fault) when (fault.Problem.Code == DocumentCodes.TotalsStored)
        {
            await run.Client.DeleteAsync(path, cancellationToken);
            return fault.Problem;
        }
    }
}
