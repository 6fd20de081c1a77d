using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.WooCommerce.Tests;

/// <summary>What the conformance checks know of the stand-in.</summary>
internal static class ConformanceSetups
{
    /// <summary>The shops that the checks run on: each documented difference of versions, orders in posts and in tables of their own, brands by the plugin that they came from.</summary>
    public static IReadOnlyList<string> Shops { get; } = ["11.0.1", "11.0.1 posts", "10.4.3", "10.4.3 posts", "9.6.2", "9.6.2 posts", "8.9.3", "8.9.3 posts", "8.9.3 brands"];

    /// <summary>Whether a check says something about a shop that it does not say about another one.</summary>
    public static bool Tells(string shop, EntityKind? kind) => shop.Split(' ') switch
    {
        [_, "posts"] => kind == EntityKind.Order || kind == EntityKind.CreditNote || kind == EntityKind.Payment || kind == EntityKind.Shipment || kind == EntityKind.Customer,
        [_, "brands"] => kind == EntityKind.Manufacturer || kind == EntityKind.Product,
        ["8.9.3"] => kind != EntityKind.Manufacturer,
        _ => true,
    };

    public static Task<Shop> StartAsync(string shop) => Shop.StartAsync(
        options =>
        {
            options.CustomFields.Add("erp_colour");
            options.CustomFields.Add("erp_note");
            options.ApplicationUser = "shopmanager";
            options.ApplicationPassword = "abcd efgh ijkl mnop";
            options.MailingStatuses.Clear();
        },
        server =>
        {
            server.Version = shop.Split(' ')[0];
            server.OrderTables = !shop.EndsWith("posts", StringComparison.Ordinal);
            if (shop.EndsWith("brands", StringComparison.Ordinal))
                server.Plugins.Add("woocommerce-brands");
        });

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

    public static ConformanceSetup Of(Shop? shop) => new ConformanceSetup
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
            shop?.Clock.Advance(span);
            return Task.CompletedTask;
        },
    }
    .Kind(PartyShapes.Manufacturer)
    .Kind(PartyShapes.Customer)
    .Kind(PartyShapes.Address)
    .Kind(DocumentShapes.Order)
    .Kind(DocumentShapes.CreditNote)
    .Kind(DocumentShapes.Payment)
    .Kind(DocumentShapes.Shipment)
    .Prepare<Order>(Documents.Order)
    .Prepare<CreditNote>(Documents.CreditNote)
    .Prepare<Payment>(payment => Documents.Payment(payment, shop))
    .LeavesOut<IChangeReader<Manufacturer>>("brands have no date")
    .LeavesOut<IKeyFinder<Manufacturer>>("a brand's name is no exact parameter")
    .LeavesOut<IChangeReader<Customer>>("customers have no filter for dates")
    .LeavesOut<IChangeReader<Address>>("customers have no filter for dates")
    .LeavesOut<IKeyFinder<Address>>("a place of the customer")
    .LeavesOut<ITokenFinder<Address>>("a place of the customer")
    .LeavesOut<IKeyFinder<Order>>("a number is no parameter")
    .LeavesOut<IUpdater<Payment>>("a payment is told once")
    .LeavesOut<IDeleter<Payment>>("a payment is never taken back")
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
