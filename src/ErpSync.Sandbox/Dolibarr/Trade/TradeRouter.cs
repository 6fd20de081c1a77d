namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Sends calls about parties and documents to their endpoints.</summary>
internal sealed class TradeRouter(DolibarrState state)
{
    /// <summary>The first words of the paths.</summary>
    public static readonly string[] Modules = ["thirdparties", "contacts", "orders", "invoices", "paiements", "bankaccounts", "multicurrencies", "shipments"];

    private readonly ThirdPartyEndpoints _parties = new(state);
    private readonly ContactEndpoints _contacts = new(state);
    private readonly OrderEndpoints _orders = new(state);
    private readonly InvoiceEndpoints _invoices = new(state);
    private readonly PaymentEndpoints _payments = new(state);
    private readonly BankEndpoints _banks = new(state);
    private readonly CurrencyEndpoints _currencies = new(state);
    private readonly ShipmentEndpoints _shipments = new(state);
    private readonly PdfEndpoints _files = new(state);

    /// <summary>The answer; null when the call is none of these.</summary>
    public Answer? Route(ApiCall call) => call.Segments[0] switch
    {
        "thirdparties" => _parties.Route(call),
        "contacts" => _contacts.Route(call),
        "orders" => _orders.Route(call),
        "invoices" => _invoices.Route(call),
        // Version 18 has no list of payments.
        "paiements" => state.Is18 ? null : _payments.Route(call),
        "bankaccounts" => _banks.Route(call),
        "multicurrencies" => _currencies.Route(call),
        "shipments" => _shipments.Route(call),
        "documents" => _files.Route(call),
        "setup" => TradeDictionaryEndpoints.Route(call),
        _ => null,
    };
}
