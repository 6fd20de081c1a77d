using System.Globalization;
using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Sandbox.Vtiger;
using ErpSync.Testing;
using ErpSync.Vtiger;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>An embedded PrestaShop and an embedded vtiger, and a host that carries customers, products, orders and their statuses from the shop to the CRM.</summary>
internal sealed class PrestaAndCrm : IAsyncDisposable
{
    private static readonly string[] Keys = ["Leads", "Accounts", "Products", "SalesOrder", "Invoice"];

    private readonly bool _hasKeys;
    private readonly Action<VtigerOptions>? _configure;
    private ServiceProvider? _services;

    private PrestaAndCrm(ManualTime clock, PrestaShopSandbox shop, VtigerSandbox crm, bool hasKeys, Action<VtigerOptions>? configure) => (Clock, Shop, Crm, _hasKeys, _configure) = (clock, shop, crm, hasKeys, configure);

    public ManualTime Clock { get; }

    public PrestaShopSandbox Shop { get; }

    public VtigerSandbox Crm { get; }

    public RequestCounts CrmRequests => _services!.GetRequiredKeyedService<Connector>("crm").Get<IRequestMeter>().Requests;

    /// <summary>Everything in one line.</summary>
    public string Counts => $"{In("Leads").Count} leads, {In("Contacts").Count} contacts, {In("Accounts").Count} accounts, {In("Products").Count} products, {In("SalesOrder").Count} orders, {In("Invoice").Count} invoices";

    public static async Task<PrestaAndCrm> StartAsync(bool hasKeys = true, bool isRepaired = false, Action<VtigerOptions>? configure = null)
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        var world = new PrestaAndCrm(
            clock,
            new PrestaShopSandbox(new PrestaShopSandboxOptions { Clock = clock }),
            new VtigerSandbox(new VtigerSandboxOptions { Clock = clock, Decimals = 5, IsRepaired = isRepaired }),
            hasKeys,
            configure);
        for (var at = 0; at < Keys.Length; at++)
            world.Crm.State.AddCustomField(Keys[at], $"cf_90{at}", "ErpSync", isUnique: Keys[at] is "SalesOrder" or "Invoice");
        world.Crm.State.AddTax("High", 20);
        foreach (var (code, price) in new[] { ("MUG", 10m), ("CUP", 20m) })
            world.Product(code, price);
        clock.Advance(TimeSpan.FromHours(1));
        await world.Shop.StartAsync();
        await world.Crm.StartAsync();
        world.Restart();
        return world;
    }

    /// <summary>Starts the host again with an empty memory and an empty store: as after the loss of everything.</summary>
    public void Restart()
    {
        _services?.Dispose();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualDates(Clock));
        services.AddErpSync()
            .AddPrestaShop("shop", o =>
            {
                o.BaseAddress = Shop.BaseAddress;
                o.ApiKey = Shop.ApiKey;
            })
            .AddVtiger("crm", o =>
            {
                o.BaseAddress = Crm.BaseAddress;
                o.UserName = Crm.UserName;
                o.AccessKey = Crm.AccessKey;
                for (var at = 0; _hasKeys && at < Keys.Length; at++)
                    o.ExternalKeys[Keys[at]] = $"cf_90{at}";
                o.InvoiceOrders[OrderStage.Completed] = "Paid";
                o.InvoiceOrders[OrderStage.Cancelled] = "Cancel";
                _configure?.Invoke(o);
            })
            .AddPair("main", "shop", "crm", pair => pair
                .Sync<Customer>(kind => kind.From("shop").OnFirstRun(Conflict.Keep("shop")).Brake(brake => brake.Off("a world of a few records")))
                .Sync<Product>(kind => kind.From("shop").MatchBy(x => x.Reference).OnFirstRun(Conflict.Keep("shop")))
                .Sync<Order>(kind => kind.From("shop").MatchBy(x => x.Reference).OnFirstRun(Conflict.Keep("shop"))));
        services.Configure<ConnectionHttpOptions>("crm", http => http.Retries = 0);
        _services = services.BuildServiceProvider();
    }

    public async Task<SyncReport> RunAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(5));
        return await _services!.GetRequiredService<ISyncEngine>().RunAsync(new SyncRequest("main"));
    }

    /// <summary>Runs, and demands that nothing went wrong.</summary>
    public async Task<SyncReport> SucceedAsync()
    {
        var report = await RunAsync();
        report.Problems.Should().BeEmpty();
        report.Kinds.Should().OnlyContain(kind => kind.Problem == null && kind.Failed == 0);
        return report;
    }

    public async Task<long> CountAsync()
    {
        var before = CrmRequests.Data;
        await SucceedAsync();
        return CrmRequests.Data - before;
    }

    public IReadOnlyList<VtigerRecord> In(string module) => [.. Crm.State.Records.Values.Where(record => record.Module == module && !record.IsDeleted && !record.IsConverted)];

    public int Product(string code, decimal price)
    {
        var product = Shop.State.AddProduct(product =>
        {
            (product.Reference, product.Price) = (code, price);
            product.Name["en"] = "The " + code;
        });
        return product.Id;
    }

    public PrestaShopRecord Customer(string first, string last, string email) => Shop.State.Sales.AddCustomer(email, first, last);

    public PrestaShopRecord Order(PrestaShopRecord customer, int stateId, params (int Product, int Quantity)[] lines)
    {
        var address = Shop.State.Sales.Addresses.FirstOrDefault(address => address["id_customer"] == customer.Id.ToString(CultureInfo.InvariantCulture)) ?? Shop.State.Sales.AddAddress(customer.Id);
        return Shop.State.Sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = customer.Id, AddressId = address.Id, StateId = stateId, CarrierId = 1, Lines = [.. lines.Select(line => new PrestaShopOrderLine(line.Product, line.Quantity))] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await Shop.DisposeAsync();
        await Crm.DisposeAsync();
    }
}
