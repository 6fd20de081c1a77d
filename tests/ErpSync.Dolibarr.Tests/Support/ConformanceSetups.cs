using ErpSync.Sandbox;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Dolibarr.Tests;

/// <summary>How the conformance checks are run.</summary>
internal static class ConformanceSetups
{
    private const string ExistingSupplier = "A supplier that is there";

    public static void Options(DolibarrOptions options)
    {
        options.CustomFields.Add("shopid");
        options.TimeZone = "Etc/UTC";
        TradeConformance.Options(options);
    }

    public static void Server(DolibarrSandboxOptions server, string version)
    {
        server.Version = version;
        server.CategoryDeleteFails = false;
    }

    public static void Seed(DolibarrState state)
    {
        state.ProductExtraFields.Add("shopid");
        state.Constants["MAIN_LANG_DEFAULT"] = "en_US";
        TradeConformance.Seed(state);
        state.Modules.Add("multicurrency");
        state.AddThirdParty(supplier => (supplier["name"], supplier["fournisseur"]) = (ExistingSupplier, "1"));
    }

    public static ConformanceSetup Create(ManualTime clock, string version, string check = "", DolibarrState? state = null) => new ConformanceSetup
    {
        Domain = new FieldDomain
        {
            Languages = ["en"],
            Decimals = 5,
            Emoji = true,
            CustomKeys = ["shopid"],
            Choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                [nameof(Order.Stage)] = TradeConformance.Stages(check),
                [nameof(Customer.Language)] = ["en", "fr"],
                [nameof(Contact.Roles)] = ["commande/BILLING", "commande/SHIPPING", "facture/BILLING"],
                [nameof(Address.Country)] = ["FR", "DE"],
                [nameof(Order.PaymentTerms)] = ["RECEP", "30D"],
            },
            TaxSets = version.StartsWith("18", StringComparison.Ordinal) ? [[new TaxRate(20)], [new TaxRate(5.5m)], []] : [[new TaxRate(20)], [new TaxRate(5.5m)], [new TaxRate(10)]],
        },

        SharesTargets = true,

        // What a document uses cannot be deleted; the stand-in goes with the check.
        Remove = (_, _) => Task.CompletedTask,
        // An order that counts as billed is not set back.
        ValuesPerField = check.Contains(nameof(Order.IsInvoiced), StringComparison.Ordinal) ? 1 : 3,
        PassTime = (span, _) =>
        {
            clock.Advance(span);
            return Task.CompletedTask;
        },
    }
        .LeavesOut<IChangeReader<Category>>("one request lists all categories with prints")
        .LeavesOut<IKeyFinder<Category>>("names are unique under one parent only")
        .LeavesOut<IKeyFinder<StockLevel>>("levels are keyed by their owner")
        .LeavesOut<ITokenFinder<StockLevel>>("levels come with their owner")
        .LeavesOut<ICreator<StockLevel>>("levels come with their owner")
        .LeavesOut<IDeleter<StockLevel>>("levels go with their owner")
        .LeavesOut<IChangeReader<ProductImage>>("Dolibarr has no dates of pictures across products")
        .LeavesOut<ILister<ProductImage>>("Dolibarr has no list of pictures across products")
        .LeavesOut<IKeyFinder<ProductImage>>("pictures are keyed by their owner")
        .LeavesOut<ITokenFinder<ProductImage>>("pictures are written under one fixed name")
        .LeavesOut<ILister<Price>>("Dolibarr has no list of prices: they come with the rows of products")
        .LeavesOut<ITokenFinder<Price>>("a level is one of a fixed set: setting it twice is once")
        .LeavesOut<IDeleter<Price>>("a level's price cannot be taken away through the API")
        .Prepare<Price>(price => price with { Group = "Level 2", Customer = null, CustomerKey = null })
        .Prepare<SupplierPrice>(price => price with { Supplier = price.Supplier ?? new Ref(EntityKind.Supplier, RemoteId.From(state?.ThirdParties.FirstOrDefault(party => party["name"] == ExistingSupplier)?.Id ?? 1)) })
        .Kind(PartyShapes.Supplier)
        .Kind(CatalogShapes.SupplierPrice)
        .LeavesOut<IChangeReader<SupplierPrice>>("prices of suppliers have no dates that could be filtered: a list with prints tells changes")
        .LeavesOut<IKeyFinder<SupplierPrice>>("prices are keyed by their owner")
        .LeavesOut<ITokenFinder<SupplierPrice>>("Dolibarr keys them by product, supplier, reference and quantity: a second create changes the first")
        .WithTrade(state);

    /// <summary>What a person does who switches price levels on.</summary>
    public static void Levels(DolibarrState state)
    {
        Seed(state);
        state.Constants["PRODUCT_PRICE_UNIQ"] = null;
        state.Constants["PRODUIT_MULTIPRICES"] = "1";
    }

    private static readonly Lazy<IReadOnlyList<string>> Names = new(() => [.. CheckNames()]);

    /// <summary>Whether a kind is of the catalogue; the others are parties and documents. Checks of the connection itself count as catalogue.</summary>
    public static bool IsOfCatalogue(string kind) => kind is not ("customer" or "contact" or "address" or "order" or "invoice" or "credit-note" or "payment" or "shipment");

    /// <summary>The checks of some kinds for a version, as theory data.</summary>
    public static TheoryData<string, string> Checks(string version, Func<string, bool> isWanted)
    {
        var names = new TheoryData<string, string>();
        foreach (var name in Names.Value.Where(name => isWanted(name.Split(':')[0])))
            names.Add(version, name);
        return names;
    }

    /// <summary>Runs one check against a stand-in of its own.</summary>
    public static async Task RunAsync(string version, string name, Action<DolibarrState> seed)
    {
        await using var erp = await Erp.StartAsync(Options, server => Server(server, version), state =>
        {
            seed(state);
            foreach (var label in new[] { "Retail", "Wholesale" })
                state.AddCategory(category => (category.Label, category.Type) = (label, 2));
        });
        var result = await ConnectorChecks.For(erp.Connector, Create(erp.Clock, version, name, erp.State)).Single(check => check.Name == name).RunAsync();
        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }

    private static IEnumerable<string> CheckNames()
    {
        var builder = new TestBuilder();
        builder.AddDolibarr("erp", options =>
        {
            options.BaseAddress = new Uri("http://127.0.0.1/");
            options.ApiKey = "unused";
        });
        using var provider = builder.Collection.BuildServiceProvider();
        return [.. ConnectorChecks.For(provider.GetRequiredKeyedService<Connector>("erp"), Create(new ManualTime(), "23")).Select(check => check.Name)];
    }
}
