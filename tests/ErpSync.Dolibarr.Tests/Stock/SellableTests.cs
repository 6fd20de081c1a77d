using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Sellable quantities: orders move them without touching the product.</summary>
public sealed class SellableTests
{
    [Fact]
    public async Task Products_of_changed_orders_are_read_again()
    {
        var server = new OrderingServer();
        var builder = new TestBuilder();
        builder.AddDolibarr("erp", options => (options.BaseAddress, options.ApiKey, options.StockQuantity) = (new Uri("https://erp.example/"), "a-key-1234", DolibarrStockQuantity.Sellable));
        builder.Services.AddHttpClient("ErpSync:erp").ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = builder.Collection.BuildServiceProvider();
        var connector = provider.GetRequiredKeyedService<Connector>("erp");
        await connector.Get<IConnection>().OpenAsync(CancellationToken.None);
        var changes = connector.Get<IChangeReader<StockLevel>>();

        var changed = await changes.ReadChangedAsync(await changes.TakeCursorAsync(CancellationToken.None), CancellationToken.None).ToListAsync();

        var level = changed.Should().ContainSingle().Subject.Record!;
        (level.Id.Value, level.Value.Quantity, level.Value.Physical, level.Value.Reserved).Should().Be(("product:5", 8m, 10m, 2m));
        server.OrderFilter.Should().Contain("(t.tms:>=:'2026-11-22 03:28:");
    }

    [Fact]
    public async Task Key_without_the_right_to_orders_leaves_it_to_the_sweep()
    {
        await using var erp = await Erp.StartAsync(options => options.StockQuantity = DolibarrStockQuantity.Sellable);
        var ids = Enumerable.Range(1, 3).Select(number => erp.State.AddProduct(product => (product.Ref, product.Label) = ($"P{number}", "Apple")).Id).ToList();
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        (await erp.ChangedAsync<StockLevel>(await erp.CursorAsync<StockLevel>())).Should().BeEmpty();
        erp.Connector.Get<IKind<StockLevel>>().Profile.DateTrust.Should().Be(DateTrust.Partial);

        var (sweeper, memory) = (erp.Connector.Get<ISweeper<StockLevel>>(), new TestMemory());
        await sweeper.SweepAsync(memory, 1, CancellationToken.None);
        erp.State.SetStock(ids[1], 1, 4);
        (await sweeper.SweepAsync(memory, 1, CancellationToken.None)).Select(id => id.Value).Should().Equal($"product:{ids[1]}");
    }

    [Fact]
    public async Task Physical_stock_needs_no_sweep()
    {
        await using var erp = await Erp.StartAsync();
        erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple"));
        await erp.OpenAsync();
        (await erp.Connector.Get<ISweeper<StockLevel>>().SweepAsync(new TestMemory(), 5, CancellationToken.None)).Should().BeEmpty();
        erp.Meter.Requests.Data.Should().Be(0);
    }

    private sealed class OrderingServer : HttpMessageHandler
    {
        public string OrderFilter { get; private set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (path, query) = (request.RequestUri!.AbsolutePath.Split("index.php/")[1], Uri.UnescapeDataString(request.RequestUri.Query));
            if (path == "orders")
                OrderFilter = query;
            var body = path switch
            {
                "status" => """{"success":{"dolibarr_version":"23.0.0","timestamp_now_utc":1795318092,"date_tz":"2026-11-22 03:28:12"}}""",
                "setup/company" => """{"country_id":1,"country_code":"FR","currency_code":"EUR"}""",
                "setup/modules" => """["api","product","stock","commande"]""",
                "warehouses" => """[{"id":"1","ref":"MAIN","statut":"1"}]""",
                "orders" => """[{"id":"9","lines":[{"fk_product":"5","qty":"2"},{"fk_product":null,"qty":"1"}]}]""",
                "products" when query.Contains("mode=1", StringComparison.Ordinal) => """["5","6"]""",
                "products" when query.Contains("rowid:in:5)", StringComparison.Ordinal) => """[{"id":"5","ref":"A","type":"0","stock_reel":10,"stock_theorique":8,"stock_warehouse":{"1":{"real":"10","id":"3"}}}]""",
                _ => "[]",
            };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request });
        }
    }
}
