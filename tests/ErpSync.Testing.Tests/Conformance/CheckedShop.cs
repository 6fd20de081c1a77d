namespace ErpSync.Testing.Tests.Conformance;

/// <summary>An in-memory shop with all kinds and the setup to check it.</summary>
internal sealed class CheckedShop
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Words = new(StringComparer.Ordinal)
    {
        [nameof(Product.Type)] = ["Simple", "Pack"],
        [nameof(Product.Condition)] = ["New", "Used"],
        [nameof(Product.Visibility)] = ["Everywhere", "Hidden"],
        [nameof(Product.Backorders)] = ["Refused", "Allowed"],
        [nameof(Product.Unit)] = ["kg", "m"],
        [nameof(Product.TaxClass)] = ["standard", "reduced"],
        [nameof(Product.Isbn)] = ["9783161484100", "9780306406157"],
        [nameof(Product.ExternalUrl)] = ["https://a.example", "https://b.example"],
        [nameof(Order.Stage)] = ["Confirmed", "Cancelled"],
    };

    private readonly ManualTime _clock = new();

    public CheckedShop(Action<InMemoryKindSettings<Product>>? products = null)
    {
        System = new InMemorySystem("shop", _clock);
        System.Kind(CatalogShapes.Category);
        System.Kind(CatalogShapes.Product, products);
        System.Kind(CatalogShapes.ProductVariant);
        System.Kind(CatalogShapes.StockLevel);
        System.Kind(CatalogShapes.ProductImage);
        System.Kind(CatalogShapes.Price);
        System.Kind(PartyShapes.Manufacturer);
        System.Kind(PartyShapes.Supplier);
        System.Kind(PartyShapes.Customer);
        System.Kind(PartyShapes.Address);
        System.Kind(DocumentShapes.Order);
        foreach (var index in Enumerable.Range(1, 3))
            System.Add(new Product { Reference = $"P{index}", Name = LocalizedText.Of("en", $"Product {index}") });
        Setup = new ConformanceSetup
        {
            Domain = new FieldDomain
            {
                Languages = ["en", "fr"],
                TaxSets = [[new TaxRate(20)], [new TaxRate(5), new TaxRate(9.975m, Compound: true)], []],
                CustomKeys = ["colour"],
                MapKeys = new Dictionary<string, IReadOnlyList<string>> { [nameof(Product.Features)] = ["Material"], [nameof(Customer.Registrations)] = ["siret"] },
                Choices = Words,
            },
            PassTime = (span, _) =>
            {
                _clock.Advance(span);
                return Task.CompletedTask;
            },
        }
            .Kind(PartyShapes.Manufacturer)
            .Kind(PartyShapes.Supplier)
            .Kind(PartyShapes.Customer)
            .Kind(PartyShapes.Address)
            .Kind(DocumentShapes.Order)
            .LeavesOut<ICreator<StockLevel>>("stock comes with its owner")
            .LeavesOut<ITokenFinder<StockLevel>>("stock comes with its owner")
            .LeavesOut<IDeleter<StockLevel>>("stock goes with its owner");
    }

    public InMemorySystem System { get; }

    public ConformanceSetup Setup { get; }

    public Connector Connector => System.Connector;

    public IReadOnlyList<ConformanceCheck> Checks => ConnectorChecks.For(Connector, Setup);

    /// <summary>The checks that fail, with their messages.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync(EntityKind? kind = null)
    {
        var failures = new List<string>();
        foreach (var check in Checks.Where(check => kind is null || check.Kind == kind))
        {
            if (await check.RunAsync() is { Status: ConformanceStatus.Failed } result)
                failures.Add($"{check.Name} -> {result.Message}");
        }

        return failures;
    }
}
