using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Takes a draft back that came out with other totals than planned, or about products that do not exist: a wrong document is worse than none.</summary>
internal static class TotalsKeeper
{
    /// <summary>Compares a draft with its plan, and deletes it when they differ.</summary>
    /// <returns>Null when it is as planned; the difference when it was taken back.</returns>
    public static async Task<SyncProblem?> KeepAsync(JsonElement draft, DocumentPlan plan, EntityKind kind, int sign, string path, TradeRun run, CancellationToken cancellationToken)
    {
        try
        {
            DocumentBodies.Check(draft, plan, kind, sign, run.Setup);
            NeedProducts(draft, kind);
            return null;
        }
        catch (ConnectorException fault) when (fault.Problem.Code is DocumentCodes.TotalsStored or DocumentCodes.LineProductMissing)
        {
            await run.Client.DeleteAsync(path, cancellationToken);
            return fault.Problem;
        }
    }

    /// <summary>Reads a draft again whose lines were changed or that is about to be validated, and compares it with the total that it shall have: a crash may have left it before anybody did.</summary>
    /// <exception cref="ConnectorException">Its total is another one.</exception>
    public static async Task<JsonElement> NeedTotalAsync(string path, Money? told, EntityKind kind, int sign, TradeRun run, CancellationToken cancellationToken)
    {
        var draft = await run.Client.GetAsync(path, cancellationToken);
        var head = DocumentHead.Read(draft, kind, run.Setup, sign);
        if (told is not { } wanted || (head.Currency == wanted.Currency && head.Gross == wanted.Amount))
            return draft;
        throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.TotalsStored, $"The draft in Dolibarr comes to {head.TotalGross}, and should come to {wanted}: it stays a draft.")
        {
            EntityKind = kind,
            Field = nameof(Order.TotalGross),
            Remedy = "Correct or delete the draft in Dolibarr: it is made anew. If it comes out the same, check MAIN_MAX_DECIMALS_TOT, MAIN_ROUNDING_RULE_TOT and MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND (Home, Setup, Limits and accuracy).",
        });
    }

    // Dolibarr takes a line with any product's id; of one that does not exist it tells neither reference nor label.
    private static void NeedProducts(JsonElement draft, EntityKind kind)
    {
        foreach (var line in draft.Get("lines").Items().Where(line => line.TryGetProperty("product_ref", out _)))
        {
            if (line.Whole("fk_product") is { } product and > 0 && (line.Text("product_ref") ?? line.Text("product_label")) is null)
            {
                throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.LineProductMissing, $"The product {JsonValues.Invariant(product)} of a line does not exist in Dolibarr, which took the line all the same; the draft was taken back.")
                {
                    EntityKind = kind,
                    Field = nameof(Order.Lines),
                    Remedy = "The product was deleted in Dolibarr: let its link be renewed, or enter it again.",
                });
            }
        }
    }
}
