using System.Text.Json.Nodes;
using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Sandbox.Vtiger;
using ErpSync.Sandbox.WooCommerce;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>An embedded WooCommerce and an embedded vtiger, and a host that carries customers, products, orders and their statuses from the shop to the CRM.</summary>
internal sealed class WooAndCrm : IAsyncDisposable
{
    private static readonly string[] Keys = ["Accounts", "Products", "SalesOrder", "Invoice"];

    private readonly bool _hasKeys;
    private ServiceProvider? _services;

    private WooAndCrm(ManualTime clock, WooCommerceSandbox shop, VtigerSandbox crm, bool hasKeys) => (Clock, Shop, Crm, _hasKeys) = (clock, shop, crm, hasKeys);

    public ManualTime Clock { get; }

    public WooCommerceSandbox Shop { get; }

    public VtigerSandbox Crm { get; }

    public ISyncEngine Engine => _services!.GetRequiredService<ISyncEngine>();

    public RequestCounts CrmRequests => _services!.GetRequiredKeyedService<Connector>("crm").Get<IRequestMeter>().Requests;

    public static SyncRequest Main { get; } = new("main");

    public static async Task<WooAndCrm> StartAsync(Action<WooCommerceState> shop, Action<VtigerState>? crm = null, bool hasKeys = true, bool isRepaired = false)
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        var world = new WooAndCrm(
            clock,
            new WooCommerceSandbox(new WooCommerceSandboxOptions { Clock = clock }),
            new VtigerSandbox(new VtigerSandboxOptions { Clock = clock, Decimals = 5, IsRepaired = isRepaired }),
            hasKeys);
        for (var at = 0; at < Keys.Length; at++)
            world.Crm.State.AddCustomField(Keys[at], $"cf_90{at}", "ErpSync", isUnique: Keys[at] is "SalesOrder" or "Invoice");
        shop(world.Shop.State);
        crm?.Invoke(world.Crm.State);
        clock.Advance(TimeSpan.FromHours(1));
        await world.Shop.StartAsync();
        await world.Crm.StartAsync();
        world.Restart();
        return world;
    }

    /// <summary>Starts the host again with an empty memory and, since the store is in memory, an empty store: as after the loss of everything.</summary>
    public void Restart()
    {
        _services?.Dispose();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualDates(Clock));
        services.AddErpSync()
            .AddWooCommerce("shop", o =>
            {
                o.BaseAddress = Shop.BaseAddress;
                o.ConsumerKey = Shop.ConsumerKey;
                o.ConsumerSecret = Shop.ConsumerSecret;
                o.GuestsAsCustomers = false;
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
            })
            .AddPair("main", "shop", "crm", pair => pair
                .Sync<Customer>(kind => kind.From("shop"))
                .Sync<Product>(kind => kind.From("shop").MatchBy(x => x.Reference))
                .Sync<Order>(kind => kind.From("shop").MatchBy(x => x.Reference)));
        services.Configure<ConnectionHttpOptions>("crm", http => http.Retries = 0);
        _services = services.BuildServiceProvider();
    }

    public async Task<SyncReport> RunAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(5));
        return await Engine.RunAsync(Main);
    }

    public IReadOnlyList<VtigerRecord> In(string module) => [.. Crm.State.Records.Values.Where(record => record.Module == module && !record.IsDeleted && !record.IsConverted)];

    public JsonObject Customer(string first, string last, string email, string? company = null) => Shop.State.AddCustomer(new JsonObject
    {
        ["email"] = email,
        ["first_name"] = first,
        ["last_name"] = last,
        ["billing"] = new JsonObject { ["first_name"] = first, ["last_name"] = last, ["company"] = company ?? "", ["email"] = email, ["address_1"] = "1 High Street", ["city"] = "Paris", ["country"] = "FR" },
    });

    public JsonObject Order(long customer, string status, params (long Product, int Quantity)[] lines) => Shop.State.AddOrder(new JsonObject
    {
        ["customer_id"] = customer,
        ["status"] = status,
        ["billing"] = new JsonObject { ["first_name"] = "Anna", ["last_name"] = "Schmidt", ["email"] = "anna@example.org", ["address_1"] = "1 High Street", ["city"] = "Paris", ["country"] = "FR" },
        ["line_items"] = new JsonArray([.. lines.Select(line => (JsonNode)new JsonObject { ["product_id"] = line.Product, ["quantity"] = line.Quantity })]),
    });

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await Shop.DisposeAsync();
        await Crm.DisposeAsync();
    }
}
