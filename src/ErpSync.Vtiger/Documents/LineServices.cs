using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>The services that stand for lines without a product: looked up by name once per run, created where they are missing.</summary>
internal sealed class LineServices
{
    private readonly VtigerRun _run;
    private Lazily<Dictionary<string, LineKind>> _known;
    private readonly SemaphoreSlim _gate = new(1, 1);

    public LineServices(VtigerRun run)
    {
        _run = run;
        _known = new Lazily<Dictionary<string, LineKind>>(LoadAsync);
    }

    /// <summary>Takes it that there are none, without asking; for recordings.</summary>
    public void Assume() => _known = new Lazily<Dictionary<string, LineKind>>(_ => Task.FromResult(new Dictionary<string, LineKind>(StringComparer.Ordinal)));

    /// <summary>Whether a service is one of these.</summary>
    public async ValueTask<bool> IsOneAsync(string id, CancellationToken cancellationToken) => (await _known.GetAsync(cancellationToken)).ContainsKey(id);

    /// <summary>What a line with this product or service is.</summary>
    public async ValueTask<LineKind?> KindOfAsync(string id, CancellationToken cancellationToken) =>
        (await _known.GetAsync(cancellationToken)).TryGetValue(id, out var kind) ? kind : null;

    /// <summary>The service for a kind of line; made where it is missing.</summary>
    public async Task<string> GetAsync(LineKind kind, CancellationToken cancellationToken)
    {
        var wanted = kind is LineKind.Shipping or LineKind.Wrapping or LineKind.Discount ? kind : LineKind.Fee;
        var known = await _known.GetAsync(cancellationToken);
        if (known.FirstOrDefault(pair => pair.Value == wanted).Key is { } id)
            return id;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (known.FirstOrDefault(pair => pair.Value == wanted).Key is { } made)
                return made;
            var body = new JsonObject { ["servicename"] = NameOf(wanted), ["discontinued"] = "1", ["unit_price"] = "0" };
            foreach (var tax in _run.Setup.Taxes.Where(tax => tax.IsActive))
                body[tax.Field] = JsonValues.Invariant(tax.Percent);
            await _run.Fields.CompleteAsync(Modules.Services, body, cancellationToken);
            var row = await _run.Session.Client.CreateAsync(Modules.Services, body, cancellationToken);
            var service = row.Text("id") ?? throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, VtigerCodes.Unreadable, "The answer to the creation of a service has no id."));
            _run.Session.Details.Take(row);
            lock (known)
                known[service] = wanted;
            return service;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Dictionary<string, LineKind>> LoadAsync(CancellationToken cancellationToken)
    {
        if (await _run.Schema.FindAsync(Modules.Services, cancellationToken) is null)
            return [];
        LineKind[] kinds = [LineKind.Shipping, LineKind.Wrapping, LineKind.Discount, LineKind.Fee];
        var rows = await _run.Session.Client.QueryAsync(Vtql.Select(Modules.Services, ["id", "servicename"], Vtql.In("servicename", kinds.Select(NameOf)), "id", Vtql.PageSize), cancellationToken, RequestPurpose.Reference);
        var known = new Dictionary<string, LineKind>(StringComparer.Ordinal);
        foreach (JsonElement row in rows)
        {
            // Of two with one name the older one is meant; the other still is no product.
            if (row.Text("id") is { } id && row.Text("servicename")?.Trim() is { } name && Array.FindIndex(kinds, kind => string.Equals(NameOf(kind), name, StringComparison.OrdinalIgnoreCase)) is var at and >= 0)
                known[id] = kinds[at];
        }

        return known;
    }

    private string NameOf(LineKind kind) => kind switch
    {
        LineKind.Shipping => _run.Options.LineServices.Shipping,
        LineKind.Wrapping => _run.Options.LineServices.Wrapping,
        LineKind.Discount => _run.Options.LineServices.Discount,
        _ => _run.Options.LineServices.Fee,
    };
}
