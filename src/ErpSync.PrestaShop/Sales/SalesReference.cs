using ErpSync.Http;

namespace ErpSync.PrestaShop.Sales;

/// <summary>What documents refer to, read once a run when the first document needs it: states of orders, carriers, currencies, countries and their states, taxes.</summary>
internal sealed class SalesReference
{
    private readonly Dictionary<long, CurrencyCode> _currencies;
    private readonly Dictionary<long, decimal> _taxes;
    private readonly Dictionary<long, string> _countries;
    private readonly IReadOnlyDictionary<long, WireRow> _states;

    private SalesReference(OrderStateTable orderStates, CarrierTable carriers, Dictionary<long, CurrencyCode> currencies, Dictionary<long, decimal> taxes, Dictionary<long, string> countries, IReadOnlyDictionary<long, WireRow> states)
    {
        OrderStates = orderStates;
        Carriers = carriers;
        _currencies = currencies;
        _taxes = taxes;
        _countries = countries;
        _states = states;
    }

    /// <summary>The states of orders.</summary>
    public OrderStateTable OrderStates { get; }

    /// <summary>The carriers.</summary>
    public CarrierTable Carriers { get; }

    /// <summary>Reads everything in six requests that count as reference data.</summary>
    public static async Task<SalesReference> OfAsync(PrestaShopClient client, ShopSession session, CancellationToken cancellationToken)
    {
        if (session.Memory.Sales is { } known)
            return known;
        var shop = await session.ShopAsync(cancellationToken);
        var orderStates = await FullAsync(client, "order_states", "full", cancellationToken);
        var carriers = await FullAsync(client, "carriers", "[id,id_reference,name,url,active,deleted]", cancellationToken);
        var currencies = await FullAsync(client, "currencies", "[id,iso_code]", cancellationToken);
        var taxes = await FullAsync(client, "taxes", "[id,rate]", cancellationToken);
        var countries = await FullAsync(client, "countries", "[id,iso_code]", cancellationToken);
        var states = await FullAsync(client, "states", "[id,id_country,iso_code,name]", cancellationToken);
        return session.Memory.Sales = Of(shop, orderStates, carriers, currencies, taxes, countries, states);
    }

    /// <summary>Builds it from rows.</summary>
    public static SalesReference Of(
        ShopData shop, IEnumerable<WireRow> orderStates, IEnumerable<WireRow> carriers, IEnumerable<WireRow> currencies, IEnumerable<WireRow> taxes, IEnumerable<WireRow> countries, IEnumerable<WireRow> states) => new(
        new OrderStateTable(orderStates, shop),
        new CarrierTable(carriers),
        currencies.Where(row => row.Filled("iso_code") is { Length: 3 }).ToDictionary(row => row.Id, row => CurrencyCode.Parse(row.Filled("iso_code"))),
        taxes.ToDictionary(row => row.Id, row => row.Number("rate") ?? 0),
        countries.Where(row => row.Filled("iso_code") is not null).ToDictionary(row => row.Id, row => row.Filled("iso_code")!.ToUpperInvariant()),
        states.ToDictionary(row => row.Id));

    /// <summary>The currency by its id; the row's problem when the shop has it no more.</summary>
    public CurrencyCode Currency(WireRow row, string field = "id_currency") => _currencies.TryGetValue(row.Whole(field) ?? 0, out var code)
        ? code
        : throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, PrestaShopCodes.CurrencyGone, $"The currency {row.Text(field)} is not in the shop (any more).") { Field = field, Id = RemoteId.From(row.Id) });

    /// <summary>The rate of a tax, also of a deleted one; null when it is unknown.</summary>
    public decimal? Rate(long tax) => _taxes.TryGetValue(tax, out var rate) ? rate : null;

    /// <summary>All rates.</summary>
    public IEnumerable<decimal> Rates => _taxes.Values;

    /// <summary>The ISO code of a country; null when it is unknown.</summary>
    public string? Country(long id) => _countries.GetValueOrDefault(id);

    /// <summary>The id of a country; null when the shop does not have it.</summary>
    public long? CountryId(string? iso) => iso is null ? null : _countries.Where(pair => string.Equals(pair.Value, iso, StringComparison.OrdinalIgnoreCase)).Select(pair => (long?)pair.Key).Min();

    /// <summary>The code of a state without its country; null for none.</summary>
    public string? State(long id) => _states.TryGetValue(id, out var row) ? row.Filled("iso_code")?.Split('-')[^1] ?? row.Filled("name") : null;

    /// <summary>The id of a state by code or name; null when the country has no such state.</summary>
    public long? StateId(long country, string? state)
    {
        if (state is null)
            return null;
        var rows = _states.Values.Where(row => row.Whole("id_country") == country).OrderBy(row => row.Id).ToList();
        return (rows.Find(row => Is(row.Filled("iso_code"), state) || Is(row.Filled("iso_code")?.Split('-')[^1], state)) ?? rows.Find(row => Is(row.Filled("name"), state)))?.Id;
    }

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Task<IReadOnlyList<WireRow>> FullAsync(PrestaShopClient client, string resource, string fields, CancellationToken cancellationToken) =>
        client.ListAsync(new Query(resource).Show(fields), RequestPurpose.Reference, cancellationToken);
}
