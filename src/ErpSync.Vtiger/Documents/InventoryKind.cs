using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>
/// What documents with lines have in common. Deleting a line through the API bumps no time of modification, so besides the dates the totals of all documents are swept in rotation.
/// </summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="session">The session.</param>
/// <param name="module">The module.</param>
internal abstract class InventoryKind<T>(VtigerSession session, string module) : WritingKind<T>(session, module), ISweeper<T>
    where T : class, IEntity
{
    public int? RequestsPerRound => null;

    protected string Module { get; } = module;

    /// <summary>Looks at the totals of the next pages and names the documents whose total is not the remembered one.</summary>
    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var columns = (await run.Schema.GetAsync(Module, cancellationToken)).Known(["id", "hdnGrandTotal", "hdnSubTotal", "modifiedtime"]);
        var changed = new List<RemoteId>();
        for (var request = 0; request < requests; request++)
        {
            var after = await memory.GetAsync("after", cancellationToken);
            var page = await memory.GetAsync("page", cancellationToken) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var rows = await Session.Client.QueryAsync(Vtql.Select(Module, columns, after is null ? null : $"id > {Vtql.Quote(after)}", "id", Vtql.PageSize), cancellationToken);
            var key = "totals-" + JsonValues.Invariant(page);
            var known = Known(await memory.GetAsync(key, cancellationToken));
            var now = rows.Where(row => row.Text("id") is not null).Select(row => (Id: row.Text("id")!, Total: row.Text("hdnGrandTotal") + "/" + row.Text("hdnSubTotal"))).ToList();
            if (known is not null)
                changed.AddRange(now.Where(row => known.TryGetValue(row.Id, out var total) && total != row.Total).Select(row => new RemoteId(row.Id)));
            memory.Set(key, string.Join(';', now.Select(row => row.Id + "=" + row.Total)));
            var isEnd = rows.Count == 0 || (run.Setup.IsAdmin && rows.Count < Vtql.PageSize);
            memory.Set("after", isEnd ? null : now[^1].Id);
            memory.Set("page", isEnd ? null : JsonValues.Invariant(page + 1));
            if (isEnd)
                break;
        }

        return changed;
    }

    protected override IEnumerable<string> Columns(string module) => InventoryRow.Columns.Concat(OwnColumns).Concat(Custom(module)).Concat(ExternalKey(module) is { } key ? [key] : []);

    /// <summary>The columns that only this kind of document has.</summary>
    protected abstract IEnumerable<string> OwnColumns { get; }

    protected abstract Remote<T> Read(RowReader row, DocumentContent content, VtigerRun run);

    protected override async Task<IReadOnlyList<ReadResult<T>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        await run.Schema.FindAsync(Modules.Services, cancellationToken);
        var results = new List<ReadResult<T>>(rows.Count);
        foreach (var document in await LineReader.ReadAsync(run, rows, cancellationToken))
        {
            ReadResult<T> result;
            try
            {
                var row = new RowReader(document.Header, T.Kind, Session.Zone);
                result = ReadResult<T>.Of(Read(row, await DocumentContent.ReadAsync(row, document, run, cancellationToken), run) with { Native = document });
            }
            catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.Unreadable)
            {
                result = ReadResult<T>.Bad(fault.Problem with { Connection = Connection, EntityKind = T.Kind, Id = fault.Problem.Id ?? (document.Header.Text("id") is { } id ? new RemoteId(id) : null) });
            }

            results.Add(result);
        }

        return results;
    }

    /// <summary>The document with its lines as it is now, for writes that replace lines.</summary>
    protected async Task<InventoryRow> PresentAsync(Remote<T> current, CancellationToken cancellationToken) =>
        current.Native as InventoryRow ?? InventoryRow.Of(await Session.Client.RetrieveAsync(current.Id.Value, cancellationToken) ?? throw NotFound(current.Id.Value, null));

    /// <summary>A revise that does not name the rate sets it to 1.</summary>
    protected static void KeepRate(JsonObject body, JsonElement header)
    {
        if (!body.ContainsKey("conversion_rate"))
            body["conversion_rate"] = header.Text("conversion_rate") ?? "1";
    }

    /// <summary>Puts currency and rate into a body; the rate is never taken from the currency table by vtiger itself.</summary>
    protected async Task PutCurrencyAsync(JsonObject body, CurrencyCode? code, decimal? rate, VtigerRun run, CancellationToken cancellationToken)
    {
        var row = code is { } wanted && wanted != run.Setup.BaseCode ? await Currencies.GetAsync(run, wanted, rate, cancellationToken) : run.Setup.Base;
        if (row is null)
            return;
        body["currency_id"] = row.Id;
        body["conversion_rate"] = JsonValues.Invariant(row.IsBase || row == run.Setup.Base ? 1 : Math.Round(rate ?? row.Rate ?? 1, 3, MidpointRounding.AwayFromZero));
    }

    /// <summary>Takes a new document back whose total is not the one that was wanted: a price is never changed to fit.</summary>
    protected async Task DemandTotalAsync(JsonElement stored, Money? wanted, int lines, CancellationToken cancellationToken)
    {
        if (wanted is not { } total || stored.Number("hdnGrandTotal") is not { } grand || stored.Text("id") is not { } id)
            return;
        var found = total with { Amount = Math.Round(grand, 8) };
        if (Math.Abs(found.Round(total.Currency.Decimals).Amount - total.Round(total.Currency.Decimals).Amount) <= total.Currency.MinorUnit * Math.Max(1, lines))
            return;
        await Session.Client.DeleteAsync(id, cancellationToken);
        throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.TotalDiffers, $"vtiger makes {found.Round(total.Currency.Decimals):found} of a document of {total:total}; it was taken back.")
        {
            Field = nameof(Order.TotalGross),
            Remedy = "Look which taxes its products have in vtiger.",
        });
    }

    private static Dictionary<string, string>? Known(string? text) => text?.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2)).Where(parts => parts.Length == 2)
        .GroupBy(parts => parts[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
}
