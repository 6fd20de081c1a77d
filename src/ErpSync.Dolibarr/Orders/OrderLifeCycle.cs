using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Moves an order through its life: validate, close, reopen, cancel, classify as billed.</summary>
internal static class OrderLifeCycle
{
    /// <summary>Moves an order to a stage.</summary>
    /// <param name="id">The order.</param>
    /// <param name="wanted">The folded stage; null leaves it.</param>
    /// <param name="isInvoiced">Whether it shall count as billed; null leaves it.</param>
    /// <param name="row">The order as it is.</param>
    /// <param name="warehouse">Where validation takes goods from; null for the option's.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    /// <returns>The order as the last answer shows it.</returns>
    public static async Task<JsonElement> MoveAsync(long id, OrderStage? wanted, bool? isInvoiced, JsonElement row, Ref? warehouse, TradeRun run, CancellationToken cancellationToken)
    {
        var path = $"orders/{JsonValues.Invariant(id)}";
        var stage = OrderStages.Read((int)(row.Whole("status") ?? row.Whole("statut") ?? 0));
        if (wanted is { } target && target != OrderStages.Fold(stage))
            row = await StepAsync(path, stage, target, row, warehouse, run, cancellationToken);
        if (isInvoiced == true && row.Text("billed") != "1" && wanted != OrderStage.Draft)
            row = await run.Client.PostAsync(path + "/setinvoiced", new JsonObject(), cancellationToken);
        else if (isInvoiced == false && row.Text("billed") == "1")
            throw Refused("An order that counts as billed cannot be set back by the API.", nameof(Order.IsInvoiced));
        return row;
    }

    private static async Task<JsonElement> StepAsync(string path, OrderStage from, OrderStage to, JsonElement row, Ref? warehouse, TradeRun run, CancellationToken cancellationToken)
    {
        switch (to)
        {
            case OrderStage.Draft:
                throw Refused("The order is validated and is not set back to a draft: its number, its stock and its documents stand.", nameof(Order.Stage));
            case OrderStage.Cancelled:
                // There is no call for it; the status itself is stored.
                return await run.Client.PutAsync(path, new JsonObject { ["status"] = -1, ["statut"] = -1, ["caller"] = "erpsync" }, cancellationToken);
            case OrderStage.Confirmed when from is OrderStage.Completed or OrderStage.Cancelled:
                await run.Client.PostAsync(path + "/reopen", new JsonObject(), cancellationToken);
                return await run.Client.GetAsync(path, cancellationToken);
            default:
                if (from is OrderStage.Draft)
                    row = await DocumentActions.PostAsync(path, "validate", new JsonObject { ["idwarehouse"] = Warehouse(warehouse, row, run), ["notrigger"] = 0 }, run, cancellationToken);
                if (to == OrderStage.Completed)
                    row = await DocumentActions.PostAsync(path, "close", new JsonObject { ["notrigger"] = 0 }, run, cancellationToken);
                return row;
        }
    }

    // Only an installation that takes stock when orders are validated asks for a warehouse.
    private static long Warehouse(Ref? wanted, JsonElement row, TradeRun run)
    {
        if (wanted is { IsForeign: false } pointer && Numbers.Of(pointer.Id) is { } id)
            return id;
        if (row.Whole("warehouse_id") is { } own and > 0)
            return own;
        return run.Setup.Warehouses.FirstOrDefault(warehouse => warehouse.IsOpen && (run.Options.WriteWarehouse is not { } name || warehouse.IsNamed(name)))?.Id ?? 0;
    }

    private static ConnectorException Refused(string message, string field) => new(new SyncProblem(ProblemKind.Rejected, DocumentCodes.StageRefused, message) { EntityKind = Order.Kind, Field = field, Remedy = "Change it in Dolibarr's screen, or let the other side follow." });
}
