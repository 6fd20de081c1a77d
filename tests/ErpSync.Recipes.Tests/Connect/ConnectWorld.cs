using ErpSync.Sandbox;
using ErpSync.Sandbox.Dolibarr;
using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Connect;

/// <summary>A shop and a hub with the recipe of feeds.</summary>
internal static class ConnectWorld
{
    /// <summary>A shop with products P1, P2 … of which it has ten pieces each, and a hub with one warehouse, MAIN.</summary>
    public static RecipeWorld New(int products = 1)
    {
        var world = new RecipeWorld();
        world.Erp.State.Constants["STOCK_CALCULATE_ON_SHIPMENT"] = "1"; // so that open orders are reserved
        for (var number = 1; number <= products; number++)
            world.Shop.AddProduct($"P{number}");
        return world;
    }

    public static PrestaShopProduct AddProduct(this PrestaShopSandbox shop, string reference, int quantity = 10, decimal price = 10m)
    {
        var product = shop.State.AddProduct(product =>
        {
            (product.Reference, product.Price) = (reference, price);
            product.Name["en"] = $"Product {reference}";
        });
        shop.State.SetStock(product.Id, quantity);
        return product;
    }

    /// <summary>An order of one customer; state 2 is paid, carrier 2 is mapped unless a test says otherwise.</summary>
    public static PrestaShopRecord Order(this PrestaShopSandbox shop, int state = 2, int carrier = 2, string payment = "Bank transfer", int quantity = 1, int? product = null)
    {
        var sales = shop.State.Sales;
        var customer = sales.Customers.FirstOrDefault() ?? sales.AddCustomer("jane@example.com", "Jane", "Miller");
        var address = sales.Addresses.FirstOrDefault() ?? sales.AddAddress(customer.Id);
        return sales.PlaceOrder(new PrestaShopOrderDraft
        {
            CustomerId = customer.Id,
            AddressId = address.Id,
            StateId = state,
            CarrierId = carrier,
            Payment = payment,
            Lines = [new(product ?? shop.State.Products.First().Id, quantity)],
        });
    }

    public static Task ConnectAsync(this RecipeWorld world, Action<ConnectOptions>? configure = null) => world.StartAsync(builder => builder.Connect(configure));

    public static IErpSyncBuilder Connect(this IErpSyncBuilder builder, Action<ConnectOptions>? configure = null, string pair = "main", string shop = "shop") => builder.UseConnectFeeds(pair, shop, "erp", options =>
    {
        options.Carriers["2"] = "2";
        options.Payments["Bank transfer"] = "2";
        (options.FullShipmentStatus, options.PartialShipmentStatus, options.StockImportWarehouse) = ("4", "3", "MAIN");
        configure?.Invoke(options);
    });

    /// <summary>Runs a feed five minutes after what was done last.</summary>
    public static async Task<FeedRun> FeedAsync(this RecipeWorld world, string feed, string? because = null, string pair = "main")
    {
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await world.Feeds.RunNowAsync(pair, feed, new FeedStart("a test") { Override = because }, null, limit.Token);
    }

    /// <summary>Runs a feed that must complete without a failed record.</summary>
    public static async Task<FeedRun> DoneAsync(this RecipeWorld world, string feed, string? because = null, string pair = "main")
    {
        var run = await world.FeedAsync(feed, because, pair);
        run.Outcome.Should().Be(FeedOutcome.Completed, "{0} {1}", run.Message, string.Join(" ", run.Messages));
        run.Failed.Should().Be(0, string.Join(" ", run.Messages));
        return run;
    }

    /// <summary>Runs the feeds of the set-up in their order, and lets the pair go live.</summary>
    public static async Task GoLiveAsync(this RecipeWorld world, string pair = "main")
    {
        foreach (var feed in new[] { ConnectFeedNames.ImportNewProducts, ConnectFeedNames.ImportNewOrders, ConnectFeedNames.ImportStockLevels })
            await world.DoneAsync(feed, pair: pair);
        await world.Feeds.GoLiveAsync(pair, "a test");
    }

    public static int ShopStock(this RecipeWorld world, int product = 1) => world.Shop.State.Stock(product).Quantity;

    public static DolibarrProduct HubProduct(this RecipeWorld world, string reference = "P1") => world.Erp.State.Products.FindByRef(reference)!;

    public static decimal HubStock(this RecipeWorld world, string reference = "P1") => world.Erp.State.GetStock(world.HubProduct(reference).Id, 1);

    public static void SetHubStock(this RecipeWorld world, decimal quantity, string reference = "P1", int warehouse = 1) => world.Erp.State.SetStock(world.HubProduct(reference).Id, warehouse, quantity);

    /// <summary>Sends a part of an order from the hub: its shipment is validated, and the order is in shipment.</summary>
    public static void Ship(this RecipeWorld world, DolibarrOrder order, decimal quantity, string tracking)
    {
        world.Erp.State.AddShipment(
            $$"""{"socid":{{order.ThirdPartyId}},"origin_type":"commande","origin_id":{{order.Id}},"tracking_number":"{{tracking}}","lines":[{"entrepot_id":1,"origin_line_id":{{order.Lines[0].Id}},"qty":{{quantity}}}]}""",
            shipment => (shipment.Status, shipment.Validated) = (1, world.Clock.GetUtcNow()));
        (order.Status, order.Modified) = (2, world.Clock.GetUtcNow());
    }

    /// <summary>Closes an order in the hub: everything was sent.</summary>
    public static void Close(this RecipeWorld world, DolibarrOrder order) => (order.Status, order.Modified) = (3, world.Clock.GetUtcNow());

    /// <summary>Deletes a record of the shop, as its back office does.</summary>
    public static async Task DeleteInShopAsync(this RecipeWorld world, string resource, int id)
    {
        using var client = new HttpClient();
        using var answer = await client.DeleteAsync(new Uri(world.Shop.BaseAddress, $"api/{resource}/{id}?ws_key={world.Shop.ApiKey}"));
        answer.EnsureSuccessStatusCode();
    }

    public static string State(this RecipeWorld world, PrestaShopRecord order) => world.Shop.State.Sales.Orders[order.Id]["current_state"]!;

    public static IReadOnlyList<string> History(this RecipeWorld world, PrestaShopRecord order) =>
        [.. world.Shop.State.Sales.Histories.Where(entry => entry.Number("id_order") == order.Id).OrderBy(entry => entry.Id).Select(entry => entry["id_order_state"]!)];

    public static IReadOnlyList<string> Tracking(this RecipeWorld world) => [.. world.Shop.State.Sales.OrderCarriers.Select(parcel => parcel["tracking_number"] ?? "").Where(number => number.Length > 0)];

    public static async Task<IReadOnlyList<string>> FindingsAsync(this RecipeWorld world) => [.. (await world.Engine.CheckAsync("main")).Select(finding => finding.ToString())];
}
