using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.WooCommerce.Tests;

/// <summary>What the conformance checks know of the stand-in.</summary>
internal static class ConformanceSetups
{
    public static Task<Shop> StartAsync(string version) => Shop.StartAsync(
        options =>
        {
            options.CustomFields.Add("erp_colour");
            options.CustomFields.Add("erp_note");
            options.ApplicationUser = "shopmanager";
            options.ApplicationPassword = "abcd efgh ijkl mnop";
            options.MailingStatuses.Clear();
        },
        server => server.Version = version);

    /// <summary>A connector that asks nobody, for the names of the checks.</summary>
    public static Connector Offline()
    {
        var builder = new TestBuilder();
        builder.AddWooCommerce("shop", options =>
        {
            options.BaseAddress = new Uri("http://127.0.0.1:9/");
            options.ConsumerKey = "ck_1";
            options.ConsumerSecret = "cs_1";
            options.WebhookSecret = "12345678";
        });
        return builder.Collection.BuildServiceProvider().GetRequiredKeyedService<Connector>("shop");
    }

    public static ConformanceSetup Of(ManualTime? clock) => new ConformanceSetup
    {
        Domain = new FieldDomain
        {
            Languages = ["en"],
            Currency = new CurrencyCode("EUR"),
            Decimals = 6,
            TaxSets = [[], [new TaxRate(20)], [new TaxRate(5.5m)]],
            CustomKeys = ["erp_colour", "erp_note"],
            MapKeys = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [nameof(Product.Features)] = ["Material", "Origin"] },
            Choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                [nameof(Product.Visibility)] = ["Everywhere", "Hidden", "Search"],
                [nameof(Product.Backorders)] = ["Refused", "Announced", "Allowed"],
                [nameof(Order.Stage)] = ["Pending", "Confirmed", "Cancelled"],
            },
        },
        PassTime = (span, _) =>
        {
            clock?.Advance(span);
            return Task.CompletedTask;
        },
    }
    .Kind(PartyShapes.Manufacturer)
    .Kind(PartyShapes.Customer)
    .Kind(PartyShapes.Address)
    .Kind(DocumentShapes.Order)
    .Kind(DocumentShapes.CreditNote)
    .Kind(DocumentShapes.Shipment)
    .Prepare<Order>(Documents.Order)
    .Prepare<CreditNote>(Documents.CreditNote)
    .LeavesOut<IChangeReader<Manufacturer>>("brands have no date")
    .LeavesOut<IKeyFinder<Manufacturer>>("a brand's name is no exact parameter")
    .LeavesOut<IChangeReader<Customer>>("customers have no filter for dates")
    .LeavesOut<IChangeReader<Address>>("customers have no filter for dates")
    .LeavesOut<IKeyFinder<Address>>("a place of the customer")
    .LeavesOut<ITokenFinder<Address>>("a place of the customer")
    .LeavesOut<IKeyFinder<Order>>("a number is no parameter")
    .LeavesOut<IChangeReader<CreditNote>>("refunds have no date of change")
    .LeavesOut<IKeyFinder<CreditNote>>("refunds have no reference")
    .LeavesOut<IUpdater<CreditNote>>("refunds are never changed")
    .LeavesOut<IChangeReader<Shipment>>("fulfilments have no filter for dates")
    .LeavesOut<IDeleter<Shipment>>("what was sent stays")
    .LeavesOut(EntityKind.Price, "WooCommerce has no prices beside the product's own")
    .LeavesOut<IKeyFinder<Category>>("a path is no parameter")
    .LeavesOut<IChangeReader<Category>>("categories have no date")
    .LeavesOut<IKeyFinder<StockLevel>>("keyed by its owner")
    .LeavesOut<ITokenFinder<StockLevel>>("never created by itself")
    .LeavesOut<ICreator<StockLevel>>("stock comes with its owner")
    .LeavesOut<IDeleter<StockLevel>>("stock goes with its owner")
    .LeavesOut<IKeyFinder<ProductImage>>("keyed by its owner")
    .LeavesOut<ITokenFinder<ProductImage>>("keyed by its owner");
}
