using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>The currencies of documents, linked by their ISO 4217 code. None is ever deleted: vtiger gives its id to the next one, and old documents change their currency.</summary>
internal static class Currencies
{
    /// <exception cref="ConnectorException">vtiger does not have the currency, or it is not active.</exception>
    public static async Task<CurrencyRow> GetAsync(VtigerRun run, CurrencyCode code, decimal? rate, CancellationToken cancellationToken)
    {
        var row = run.Setup.CurrencyOf(code);
        if (row is { IsActive: true })
            return row;
        if (!run.Options.CreateCurrencies)
            throw new ConnectorException(Missing(code, row));
        var client = run.Session.Client;
        var stored = row is null
            ? await client.CreateAsync(Modules.Currency, new JsonObject
            {
                ["currency_name"] = code.Value,
                ["currency_code"] = code.Value,
                ["currency_symbol"] = code.Value,
                ["conversion_rate"] = JsonValues.Invariant(Math.Round(rate ?? throw new ConnectorException(Missing(code, row)), 5)),
                ["currency_status"] = "Active",
                ["defaultid"] = "0",
                ["deleted"] = "0",
            }, cancellationToken)
            : await client.ReviseAsync(new JsonObject { ["id"] = row.Id, ["currency_status"] = "Active" }, cancellationToken);
        var made = CurrencyRow.Read(stored) with { Code = code, IsActive = true };
        run.Note(made);
        return made;
    }

    public static SyncProblem Missing(CurrencyCode code, CurrencyRow? row) => new(ProblemKind.Rejected, VtigerCodes.CurrencyMissing, row is null
        ? (MessageText)$"vtiger does not have the currency {code.Value:currency}; the document is not booked in another one."
        : (MessageText)$"The currency {code.Value:currency} is not active in vtiger; the document is not booked in another one.")
    {
        Field = nameof(Order.Currency),
        Remedy = "Create or activate it under Settings, Currencies, or set the option CreateCurrencies.",
    };
}
