using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>The catalogue of PrestaShop to vtiger: an export that can be repeated, broken off and begun anew without a second product.</summary>
public sealed class PrestaShopToVtigerTests
{
    [Fact]
    public async Task Export_of_all_products_can_be_repeated_and_writes_nothing_then()
    {
        await using var world = await StartAsync();
        (await world.RunAsync()).Problems.Should().BeEmpty();
        world.Codes.Should().Equal(Enumerable.Range(0, 25).Select(number => $"P{number:00}"));
        world.Crm.State.Records.Values.First(record => record["productcode"] == "P03")["unit_price"].Should().StartWith("13.5");
        (await world.RunAsync()).Written.Should().Be(0);
    }

    [Fact]
    public async Task Product_whose_code_the_CRM_has_is_linked_and_not_doubled()
    {
        await using var world = await StartAsync();
        world.Crm.State.Add("Products", new() { ["productname"] = "Mug 7", ["productcode"] = "P07", ["unit_price"] = "17.5", ["discontinued"] = "1" });
        await world.RunAsync();
        world.Codes.Should().HaveCount(25).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(FaultKind.DropAfterCommit)]
    [InlineData(FaultKind.ErrorAfterCommit)]
    [InlineData(FaultKind.DropBeforeCommit)]
    public async Task Export_that_is_cut_and_begun_again_doubles_nothing(FaultKind fault)
    {
        for (var skip = 1; skip < 26; skip += 6)
        {
            await using var world = await StartAsync();
            world.Crm.Faults.Add(new Fault(fault) { Method = "POST", Skip = skip });
            await world.RunAsync();
            world.Crm.Faults.Clear();
            world.Restart();
            await world.RunAsync();
            world.Clock.Advance(TimeSpan.FromHours(1));
            await world.RunAsync();
            world.Codes.Should().HaveCount(25, $"write {skip} was cut").And.OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public async Task Price_that_changes_in_the_shop_follows_and_taxes_of_the_CRM_stay()
    {
        await using var world = await StartAsync();
        await world.RunAsync();
        var record = world.Crm.State.Records.Values.First(product => product["productcode"] == "P05");
        record.Taxes["tax1"] = "4.500";
        var product = world.Shop.State.Products.Single(one => one.Reference == "P05");
        product.Price = 99;
        product.DateUpd = world.Clock.GetUtcNow().AddHours(3).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        await world.RunAsync();
        record["unit_price"].Should().StartWith("99");
        record.Taxes.Should().ContainKey("tax1");
    }

    private static async Task<World> StartAsync()
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        var world = new World(clock, new PrestaShopSandbox(new PrestaShopSandboxOptions { Clock = clock }), new VtigerSandbox(new VtigerSandboxOptions { Clock = clock, Decimals = 5 }));
        for (var number = 0; number < 25; number++)
        {
            world.Shop.State.AddProduct(product =>
            {
                product.Reference = $"P{number:00}";
                product.Name["en"] = $"Mug {number}";
                product.Price = 10.5m + number;
            });
        }

        clock.Advance(TimeSpan.FromHours(1));
        await world.Shop.StartAsync();
        await world.Crm.StartAsync();
        world.Restart();
        return world;
    }

    private sealed class World(ManualTime clock, PrestaShopSandbox shop, VtigerSandbox crm) : IAsyncDisposable
    {
        private ServiceProvider? _services;

        public ManualTime Clock => clock;

        public PrestaShopSandbox Shop => shop;

        public VtigerSandbox Crm => crm;

        public IEnumerable<string> Codes => crm.State.Records.Values.Where(record => record.Module == "Products" && !record.IsDeleted).Select(record => record["productcode"]).Order(StringComparer.Ordinal);

        public void Restart()
        {
            _services?.Dispose();
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(new ManualDates(clock));
            services.AddErpSync()
                .AddPrestaShop("shop", o =>
                {
                    o.BaseAddress = shop.BaseAddress;
                    o.ApiKey = shop.ApiKey;
                })
                .AddVtiger("crm", o =>
                {
                    o.BaseAddress = crm.BaseAddress;
                    o.UserName = crm.UserName;
                    o.AccessKey = crm.AccessKey;
                    o.ProductTaxes = false;
                })
                .AddPair("main", "shop", "crm", pair => pair.Sync<Product>(kind => kind.From("shop").MatchBy(x => x.Reference).OnFirstRun(Conflict.Keep("shop"))));
            services.Configure<ConnectionHttpOptions>("crm", http => http.Retries = 0);
            _services = services.BuildServiceProvider();
        }

        public async Task<SyncReport> RunAsync()
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            return await _services!.GetRequiredService<ISyncEngine>().RunAsync(new SyncRequest("main"));
        }

        public async ValueTask DisposeAsync()
        {
            if (_services is not null)
                await _services.DisposeAsync();
            await shop.DisposeAsync();
            await crm.DisposeAsync();
        }
    }
}
