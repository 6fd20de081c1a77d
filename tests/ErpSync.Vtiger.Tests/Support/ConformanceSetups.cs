using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Vtiger.Tests;

/// <summary>What the conformance checks know of the stand-in.</summary>
internal static class ConformanceSetups
{
    public static IReadOnlyDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Leads"] = "cf_801",
        ["Accounts"] = "cf_802",
        ["Contacts"] = "cf_803",
        ["Products"] = "cf_804",
        ["SalesOrder"] = "cf_805",
        ["Invoice"] = "cf_806",
        ["Vendors"] = "cf_807",
        ["Potentials"] = "cf_808",
    };

    /// <summary>As configured: with fields for tokens and custom fields, on an unmodified server; or plain, on a repaired one.</summary>
    public static Task<Crm> StartAsync(bool hasKeys) => Crm.StartAsync(
        options => Configure(options, hasKeys),
        server => (server.IsRepaired, server.Version) = (!hasKeys, hasKeys ? "8.2.0" : "7.5.0"),
        state =>
        {
            foreach (var (module, field) in Keys)
                state.AddCustomField(module, field, "ErpSync");
            state.AddCustomField("Products", "cf_901", "Colour");
            state.AddCustomField("Accounts", "cf_902", "Colour");
            state.AddCustomField("Accounts", "cf_909", "VAT number");
            state.AddCustomField("SalesOrder", "cf_903", "Colour");
            state.AddCustomField("SalesOrder", "cf_904", "Day", type: "date");
            state.AddTax("High", 20);
            state.AddTax("Low", 5.5m);
        });

    /// <summary>A connector that asks nobody, for the names of the checks.</summary>
    public static Connector Offline(bool hasKeys = true)
    {
        var builder = new TestBuilder();
        builder.AddVtiger("crm", options =>
        {
            options.BaseAddress = new Uri("http://127.0.0.1:9/");
            options.UserName = "admin";
            options.AccessKey = "0123456789abcdef";
            Configure(options, hasKeys);
        });
        return builder.Collection.BuildServiceProvider().GetRequiredKeyedService<Connector>("crm");
    }

    public static ConformanceSetup Of(ManualTime? clock, bool hasKeys)
    {
        var setup = new ConformanceSetup
        {
            Domain = new FieldDomain
            {
                Languages = ["en"],
                Currency = new CurrencyCode("EUR"),
                Decimals = 5,
                QuantityDecimals = 3,
                Largest = 10_000,
                TextLength = 2000,
                LineLength = 24,
                TaxSets = [[], [new TaxRate(20)], [new TaxRate(5.5m)]],
                CustomKeys = ["cf_901", "cf_902", "cf_903"],
                Choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                {
                    [nameof(Order.Stage)] = ["Draft", "Cancelled"],
                    [nameof(Address.Country)] = ["FR", "DE", "NL"],
                    [nameof(Product.Unit)] = ["Box", "Each"],
                    [nameof(Customer.Salutation)] = ["Mr.", "Mrs."],
                    [nameof(Order.CarrierText)] = ["FedEx", "UPS"],
                },
            },
            PassTime = (span, _) =>
            {
                clock?.Advance(span);
                return Task.CompletedTask;
            },
        };
        setup.Kind(PartyShapes.Customer).Kind(PartyShapes.Contact).Kind(PartyShapes.Address).Kind(PartyShapes.Lead).Kind(PartyShapes.Supplier).Kind(PartyShapes.Deal).Kind(DocumentShapes.Order).Kind(DocumentShapes.Invoice)
            .Kind(VtigerShapes.Quote).Kind(VtigerShapes.PurchaseOrder).Kind(VtigerShapes.PriceBook).Kind(VtigerShapes.CrmDocument)
            .Prepare<Quote>(Documents.Quote)
            .Prepare<CrmDocument>(value => value with { IsLink = true, FileName = value.FileName ?? "https://example.org/terms.pdf" })
            .Prepare<Order>(Documents.Order)
            .Prepare<Invoice>(Documents.Invoice)
            .LeavesOut(EntityKind.Category, "one flat picklist")
            .LeavesOut(EntityKind.ProductVariant, "vtiger has none: each is a product of its own")
            .LeavesOut(EntityKind.ProductImage, "no address of pictures; reading them takes files_retrieve, which PHP 8 kills")
            .LeavesOut(EntityKind.Price, "list prices are neither readable nor writable")
            .LeavesOut<IChangeReader<StockLevel>>("stock moves bump no date")
            .LeavesOut<IKeyFinder<StockLevel>>("keyed by its owner")
            .LeavesOut<ITokenFinder<StockLevel>>("never created by itself")
            .LeavesOut<ICreator<StockLevel>>("stock comes with its owner")
            .LeavesOut<IDeleter<StockLevel>>("stock goes with its owner")
            .LeavesOut<IKeyFinder<Quote>>("subjects of quotes are free").LeavesOut<ITokenFinder<Quote>>("found among the newest")
            .LeavesOut<IKeyFinder<PriceBook>>("names are free").LeavesOut<ITokenFinder<PriceBook>>("found among the newest")
            .LeavesOut<IKeyFinder<CrmDocument>>("titles are free").LeavesOut<ITokenFinder<CrmDocument>>("found among the newest")
            .LeavesOut<IKeyFinder<PurchaseOrder>>("read only").LeavesOut<ITokenFinder<PurchaseOrder>>("read only")
            .LeavesOut<ICreator<PurchaseOrder>>("read only").LeavesOut<IUpdater<PurchaseOrder>>("read only").LeavesOut<IDeleter<PurchaseOrder>>("read only")
            .LeavesOut<IKeyFinder<Address>>("a place of the account")
            .LeavesOut<ITokenFinder<Address>>("a place of the account");
        return hasKeys ? setup : setup
            .LeavesOut<ITokenFinder<Order>>("found by its subject")
            .LeavesOut<ITokenFinder<Invoice>>("found by its subject")
            .LeavesOut<ITokenFinder<Supplier>>("found by its name")
            .LeavesOut<ITokenFinder<Deal>>("found by its name");
    }

    private static void Configure(VtigerOptions options, bool hasKeys)
    {
        options.AssignMissingTaxes = true;
        if (!hasKeys)
            return;
        foreach (var (module, field) in Keys)
            options.ExternalKeys[module] = field;
        options.CustomFields["Products"] = ["cf_901"];
        options.CustomFields["Accounts"] = ["cf_902"];
        options.CustomFields["SalesOrder"] = ["cf_903"];
        options.VatNumberField = "cf_909";
        options.OrderDateField = "cf_904";
        options.OrderPrefix = "CMD #[1]_-";
    }
}
