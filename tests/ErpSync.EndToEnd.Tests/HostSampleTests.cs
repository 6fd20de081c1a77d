using System.Diagnostics;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.EndToEnd.Tests;

/// <summary>samples/Host as an operator runs it: a process, settings from the environment, commands on its terminal.</summary>
public sealed class HostSampleTests : IAsyncLifetime
{
    private readonly PrestaShopSandbox _shop = new();
    private readonly DolibarrSandbox _erp = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("erpsync-host-").FullName;

    public async Task InitializeAsync()
    {
        var product = _shop.State.AddProduct(row =>
        {
            (row.Reference, row.Price) = ("MUG", 10m);
            row.Name["en"] = "Mug";
        });
        _shop.State.SetStock(product.Id, 5);
        var customer = _shop.State.Sales.AddCustomer("jane@example.com", "Jane", "Miller");
        _shop.State.Sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = customer.Id, AddressId = _shop.State.Sales.AddAddress(customer.Id).Id, StateId = 2, CarrierId = 2, Payment = "Bank transfer", Lines = [new(product.Id, 2)] });
        await _shop.StartAsync();
        await _erp.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _erp.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Operator_does_everything_at_the_terminal_and_each_row_shows_the_ids_and_addresses_of_both_sides()
    {
        var (output, _) = await RunAsync(["console"], _shop.ApiKey,
            "check", "inspect product", "plan product", "apply", "inspect product", "explain product shop 1", "run import-new-products", "run import-stock-levels", "inspect stock-level", "send 1", "inspect order",
            "resolve product shop 1", "link product 1 1", "off retry holidays", "feeds", "on retry back", "pause stock-taking", "resume", "live", "run import-new-orders", "live in good order", "parked", "summary", "invoice 1 1", "nonsense", "exit");

        var answers = output.Split("\n> ").Skip(1).Where(answer => answer.Contains('\n', StringComparison.Ordinal)).Select(answer => (Command: answer[..answer.IndexOf('\n', StringComparison.Ordinal)].Trim(), Text: answer)).ToList();
        Answer("check").Should().Contain("PrestaShop");
        Answer("plan product").Should().Contain("Create").And.Contain("MUG").And.Contain(_shop.BaseAddress + "admin/index.php?controller=AdminProducts");
        Answer("apply").Should().Contain("1 written, 0 failed");
        answers.Last(answer => answer.Command == "inspect product").Text.Should().Contain("Green").And.Contain("AdminProducts").And.Contain(_erp.BaseAddress + "product/card.php?id=");
        Answer("explain product shop 1").Should().Contain("is linked with erp");
        Answer("run import-stock-levels").Should().Contain("Completed");
        Answer("inspect stock-level").Should().Contain("Green").And.Contain("AdminProducts").And.Contain("product/card.php?id=");
        Answer("send 1").Should().Contain("0 failed");
        Answer("inspect order").Should().Contain("AdminOrders").And.Contain("commande/card.php?id=1");
        Answer("resolve product shop 1").Should().Contain("0 failed");
        Answer("link product 1 1").Should().Contain("already linked");
        Answer("feeds").Should().Contain("retry").And.MatchRegex("retry .* off");
        Answer("pause stock-taking").Should().Contain("stock-taking");
        Answer("resume").Should().Contain("writes go on");
        Answer("live").Should().Contain("import-new-orders has never been completed");
        Answer("live in good order").Should().Contain("the pair is live");
        Answer("summary").Should().Contain("1 orders in");
        Answer("invoice 1 1").Should().Contain("/invoices/1?customer=1&ticket=");
        Answer("nonsense").Should().Contain("carry out exactly the plan");
        _erp.State.Orders.Should().ContainSingle();

        string Answer(string command) => answers.First(answer => answer.Command == command).Text;
    }

    [Fact]
    public async Task Key_of_the_environment_is_used_and_never_shown()
    {
        var (good, code) = await RunAsync(["inspect", "product"], _shop.ApiKey, []);
        code.Should().Be(0);
        good.Should().Contain("MUG").And.NotContain(_shop.ApiKey).And.NotContain(_erp.ApiKey);
        _shop.Requests.Total.Should().BeGreaterThan(0, "the key was good");

        var (bad, refused) = await RunAsync(["inspect", "product"], "WRONGKEYWRONGKEYWRONGKEYWRONGKEY", []);
        refused.Should().Be(1);
        bad.Should().Contain("not done").And.Contain("shop").And.NotContain("WRONGKEY");
    }

    private async Task<(string Output, int Code)> RunAsync(string[] arguments, string key, params string[] lines)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Host.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (var (name, value) in new[]
        {
            ("Shop__Address", _shop.BaseAddress.ToString()), ("Shop__ApiKey", key), ("Shop__BackOffice", $"{_shop.BaseAddress}admin/"), ("Erp__Address", _erp.BaseAddress.ToString()), ("Erp__ApiKey", _erp.ApiKey),
            ("Store", Path.Combine(_folder, "erpsync.db")), ("Carriers__2", "2"), ("Payments__Bank transfer", "2"), ("FullShipmentStatus", "4"), ("PartialShipmentStatus", "3"), ("StockImportWarehouse", "MAIN"),
        })
            start.Environment["ERPSYNC_" + name] = value;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            foreach (var line in lines)
                await process.StandardInput.WriteLineAsync(line);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return (await output + await error, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
