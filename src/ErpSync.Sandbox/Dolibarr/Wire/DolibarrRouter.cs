namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Sends a call to its endpoint.</summary>
internal sealed class DolibarrRouter
{
    private static readonly string[] Modules = ["status", "products", "categories", "warehouses", "stockmovements", "documents", "setup", "users", "webhook", .. TradeRouter.Modules];

    private readonly DolibarrState _state;
    private readonly ProductEndpoints _products;
    private readonly CategoryEndpoints _categories;
    private readonly WarehouseEndpoints _warehouses;
    private readonly MovementEndpoints _movements;
    private readonly DocumentEndpoints _documents;
    private readonly SetupEndpoints _setup;
    private readonly TriggerEndpoints _triggers;
    private readonly ExtraFieldEndpoints _extraFields;
    private readonly TradeRouter _trade;

    public DolibarrRouter(DolibarrState state)
    {
        _state = state;
        var reads = new ProductReads(state);
        _categories = new CategoryEndpoints(state, reads);
        _products = new ProductEndpoints(state, reads, _categories);
        _warehouses = new WarehouseEndpoints(state, reads);
        _movements = new MovementEndpoints(state);
        _documents = new DocumentEndpoints(state);
        _setup = new SetupEndpoints(state);
        _triggers = new TriggerEndpoints(state);
        _extraFields = new ExtraFieldEndpoints(state);
        _trade = new TradeRouter(state);
    }

    /// <summary>Whether the first word of a path is an endpoint that is simulated.</summary>
    public static bool Knows(string[] segments) => segments is [var first, ..] && Array.IndexOf(Modules, first) >= 0;

    /// <summary>What is answered to everything that is not simulated: as to an endpoint that does not exist, rather than a guess.</summary>
    public static Answer NotSimulated => Answer.Html(501, "API not found (failed to include API file)");

    /// <summary>The refusal of a path (404) or a method (405) that the version does not have.</summary>
    public static RestException Unrouted(int status) => new(status) { Stage = RestStage.Route, Place = "Routes.php:457" };

    /// <summary>The endpoint's answer.</summary>
    /// <exception cref="RestException">A refusal.</exception>
    public Answer Route(ApiCall call)
    {
        return _trade.Route(call) ?? (call.Segments[0] switch
        {
            "status" => call is { Method: "GET", Segments: [_] } ? Status() : null,
            "products" => _products.Route(call),
            "categories" => _categories.Route(call),
            "warehouses" => _warehouses.Route(call),
            "stockmovements" => _movements.Route(call),
            "documents" => _documents.Route(call),
            "users" => _setup.User(call),
            "webhook" => _triggers.Webhooks(call),
            "setup" => _extraFields.Route(call) ?? _triggers.Triggers(call) ?? _setup.Route(call),
            _ => null,
        }) ?? NotSimulated;
    }

    private Answer Status() => Answer.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("success");
        writer.WriteNumber("code", 200);
        writer.WriteString("dolibarr_version", _state.Options.Version);
        writer.WriteString("access_locked", "0");
        if (!_state.Is18)
        {
            writer.WriteString("environment", _state.Options.Diagnostics ? "non-production" : "production");
            writer.WriteNumber("timestamp_now_utc", _state.Now.ToUnixTimeSeconds());
            writer.WriteString("timestamp_php_tz", _state.Options.TimeZone.Id);
            writer.WriteString("date_tz", _state.LocalNow);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });
}
