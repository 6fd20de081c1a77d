using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Rewrites the lines of a draft: lines that stay are changed with all their fields, because Dolibarr empties those that are left out.</summary>
internal static class LineWriter
{
    /// <param name="path">The document's path, for example <c>orders/12</c>.</param>
    /// <param name="current">Its present lines.</param>
    /// <param name="plan">The lines that it shall have; those with an id keep it.</param>
    /// <param name="sign">-1 for credit notes.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    public static async Task WriteAsync(string path, ValueList<DocumentLine> current, DocumentPlan plan, int sign, TradeRun run, CancellationToken cancellationToken)
    {
        var services = await run.Services.GetAsync(cancellationToken);
        var present = current.Select(line => line.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var line in plan.Lines)
        {
            var body = LineMapping.Write(line, sign, services, run.Setup);
            if (plan.IsForeign)
                body["multicurrency_subprice"] = JsonValues.Invariant(line.Unit * sign);
            var kept = line.Source.Id is { } id && present.Remove(id) && current.First(old => old.Id == id) is { } old && old.Kind == line.Kind && old.Product == line.Source.Product ? id : null;
            if (kept is null && line.Source.Id is { } replaced && current.Any(old => old.Id == replaced))
                present.Add(replaced);
            if (kept is not null)
                await run.Client.PutAsync($"{path}/lines/{kept}", body, cancellationToken);
            else
                await run.Client.PostAsync($"{path}/lines", body, cancellationToken);
        }

        foreach (var gone in present)
            await run.Client.DeleteAsync($"{path}/lines/{gone}", cancellationToken);
    }

    /// <exception cref="ConnectorException">The document is no draft any more.</exception>
    public static void NeedDraft(JsonElement row, EntityKind kind, string remedy)
    {
        if ((row.Text("status") ?? row.Text("statut")) is not "0")
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.NotDraft, "The document is validated: its lines cannot be changed any more.") { EntityKind = kind, Field = nameof(Order.Lines), Remedy = remedy });
    }
}
