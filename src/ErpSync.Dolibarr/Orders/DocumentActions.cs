using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Sends an action; one that was carried out before (304) is no failure.</summary>
internal static class DocumentActions
{
    public static async Task<JsonElement> PostAsync(string path, string action, JsonObject body, TradeRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await run.Client.PostAsync($"{path}/{action}", body, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Code == DolibarrCodes.NotModified)
        {
            return await run.Client.GetAsync(path, cancellationToken);
        }
    }
}
