using ErpSync.Dolibarr;
using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>A model of a shop and an embedded Dolibarr: customers, products, orders and invoices go from the shop to the ERP. The host can die and come back over the same store.</summary>
internal sealed class SalesToDolibarr : IAsyncDisposable
{
    private readonly string _key;
    private ISyncStore _store = new InMemoryStore();
    private DyingStore? _life;
    private ServiceProvider? _services;

    private SalesToDolibarr(DolibarrSandbox erp, ManualTime clock, string key)
    {
        (Erp, Clock, _key) = (erp, clock, key);
        Shop = new InMemorySystem("shop", clock);
        Shop.Kind(PartyShapes.Customer);
        Shop.Kind(CatalogShapes.Product);
        Shop.Kind(DocumentShapes.Order);
        Shop.Kind(DocumentShapes.Invoice);
    }

    public ManualTime Clock { get; }

    public InMemorySystem Shop { get; }

    public DolibarrSandbox Erp { get; }

    public ISyncControl Control => _services!.GetRequiredService<ISyncControl>();

    /// <summary>Starts the world.</summary>
    /// <param name="seed">What Dolibarr is set up with.</param>
    /// <param name="mayReadSettings">False gives the connection a user who may not read Dolibarr's settings.</param>
    public static async Task<SalesToDolibarr> StartAsync(Action<DolibarrState>? seed = null, bool mayReadSettings = true)
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        var erp = new DolibarrSandbox(new DolibarrSandboxOptions { Clock = clock });
        if (!mayReadSettings)
            erp.Keys.Add("plain", DolibarrRights.Everyday);
        seed?.Invoke(erp.State);
        await erp.StartAsync();
        var world = new SalesToDolibarr(erp, clock, mayReadSettings ? erp.ApiKey : "plain");
        world.Restart();
        return world;
    }

    /// <summary>A new process, over the same store or over an empty one.</summary>
    public void Restart(bool storeIsLost = false)
    {
        _services?.Dispose();
        if (storeIsLost)
            _store = new InMemoryStore();
        (var store, _life) = DyingStore.Over(_store);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualDates(Clock));
        services.AddSingleton(store);
        services.AddErpSync()
            .AddConnector("shop", _ => Shop.Connector)
            .AddDolibarr("erp", o =>
            {
                o.BaseAddress = Erp.BaseAddress;
                o.ApiKey = _key;
                o.Language = "en";
                o.Currency = "EUR";
                o.TimeZone = "Etc/UTC";
                o.PriceMode = DolibarrPriceMode.Single;
            })
            .AddPair("main", "shop", "erp", pair => pair
                .Sync<Customer>(kind => kind.From("shop").Brake(brake => brake.Off("a world of a few records")))
                .Sync<Product>(kind => kind.From("shop").MatchBy(x => x.Reference))
                .Sync<Order>(kind => kind.From("shop").OnFirstRun(Conflict.Keep("shop")))
                .Sync<Invoice>(kind => kind.From("shop").OnFirstRun(Conflict.Keep("shop"))));
        services.Configure<ConnectionHttpOptions>("erp", http => http.Retries = 0);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Runs the pair, some time later.</summary>
    public async Task<SyncReport> RunAsync(TimeSpan? later = null)
    {
        Clock.Advance(later ?? TimeSpan.FromMinutes(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await _services!.GetRequiredService<ISyncEngine>().RunAsync(new SyncRequest("main"), null, limit.Token);
    }

    /// <summary>Runs the pair in a process that dies after it has created records of a kind and before it can note what became of them.</summary>
    public async Task DieAfterCreatingAsync(EntityKind kind)
    {
        _life!.DieAfterCreating(kind);
        var run = () => RunAsync();
        await run.Should().ThrowAsync<SimulatedCrashException>();
    }

    /// <summary>The only parked record.</summary>
    public async Task<ParkedView> ParkedAsync() => (await Control.ListParkedAsync(new ParkedQuery("main"))).Should().ContainSingle().Subject;

    /// <summary>A customer orders pieces of a new product, and perhaps gets an invoice for the order.</summary>
    /// <returns>The order's id in the shop.</returns>
    public RemoteId Sell(string reference, decimal quantity, decimal price, decimal net, decimal tax, bool isInvoiced = false, decimal? percent = null)
    {
        var euro = new CurrencyCode("EUR");
        var customer = Shop.All<Customer>() is [var known, ..] ? known.Id : Shop.Add(new Customer { FirstName = "Jane", LastName = "Miller", Email = "jane@example.com" });
        var product = Shop.Add(new Product { Reference = "P-" + reference, Name = LocalizedText.Of("en", "Mug"), PriceNet = new Money(price, euro), Taxes = [new TaxRate(20)], Active = true });
        var order = new Order
        {
            Reference = reference,
            Customer = new Ref(EntityKind.Customer, customer),
            Date = new DateOnly(2026, 11, 22),
            Currency = euro,
            Lines =
            [
                new DocumentLine
                {
                    Product = new Ref(EntityKind.Product, product), Reference = "P-" + reference, Label = "Mug", Quantity = quantity,
                    UnitNet = new Money(price, euro), DiscountPercent = percent, Taxes = [new TaxRate(20)], Net = new Money(net, euro), Tax = new Money(tax, euro),
                },
            ],
            TotalNet = new Money(net, euro),
            TotalTax = new Money(tax, euro),
            TotalGross = new Money(net + tax, euro),
            Stage = OrderStage.Confirmed,
        };
        var id = Shop.Add(order);
        if (isInvoiced)
        {
            Shop.Add(new Invoice
            {
                Reference = reference,
                Order = new Ref(EntityKind.Order, id),
                Customer = order.Customer,
                Date = order.Date,
                Currency = euro,
                Lines = order.Lines,
                TotalNet = order.TotalNet,
                TotalTax = order.TotalTax,
                TotalGross = order.TotalGross,
                Stage = InvoiceStage.Open,
            });
        }

        return id;
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await Erp.DisposeAsync();
    }
}
