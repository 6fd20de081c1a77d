using System.Net.Http.Headers;
using System.Text;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>A PrestaShop and a Dolibarr with the CyberOffice recipe between them: a customer, a mug at 10.00 with 20 % tax, a book at 20.00 with 5.5 %, one bank account.</summary>
internal sealed class CyberShop : IAsyncDisposable
{
    private readonly RecipeWorld _world;

    private CyberShop(RecipeWorld world) => _world = world;

    public RecipeWorld World => _world;

    public PrestaShopState Shop => _world.Shop.State;

    public PrestaShopSales Sales => _world.Shop.State.Sales;

    public DolibarrState Erp => _world.Erp.State;

    public PrestaShopRecord Customer { get; private set; } = null!;

    public PrestaShopRecord Address { get; private set; } = null!;

    public PrestaShopProduct Mug { get; private set; } = null!;

    public PrestaShopProduct Book { get; private set; } = null!;

    /// <summary>The options of the recipe where a test sets none: the whole history, one way of payment with its account.</summary>
    public static void Defaults(CyberOfficeOptions options)
    {
        options.WholeHistory = true;
        options.PaymentMethods["ps_wirepayment"] = "2";
        options.BankAccounts["ps_wirepayment"] = "1";
    }

    public static async Task<CyberShop> StartAsync(Action<CyberOfficeOptions>? options = null, Action<CyberShop>? seed = null, Action<IErpSyncBuilder>? more = null, string shopVersion = "9.1.4", string erpVersion = "23.0.0-beta")
    {
        var shop = new CyberShop(new RecipeWorld(o => o.Version = shopVersion, o => o.Version = erpVersion));
        shop.Seed();
        seed?.Invoke(shop);
        await shop._world.StartAsync(builder => Register(builder, options, more));
        return shop;
    }

    /// <summary>Starts the host again with other options over the same store.</summary>
    public void Restart(Action<CyberOfficeOptions>? options) => _world.Restart(builder => Register(builder, options, null));

    public PrestaShopRecord Order(int state = 2, Func<PrestaShopOrderDraft, PrestaShopOrderDraft>? change = null)
    {
        var draft = new PrestaShopOrderDraft { CustomerId = Customer.Id, AddressId = Address.Id, StateId = state, Lines = [new(Mug.Id, 2)] };
        return Sales.PlaceOrder(change?.Invoke(draft) ?? draft);
    }

    public Task<SyncReport> RunAsync(params EntityKind[] kinds) => _world.RunAsync(kinds);

    /// <summary>Runs until nothing is written, and expects no problem.</summary>
    public async Task SettleAsync()
    {
        var report = await _world.SettleAsync();
        report.Problems.Select(problem => problem.ToString()).Should().BeEmpty();
    }

    /// <summary>Does at the ERP what a person does there.</summary>
    public async Task ErpAsync(string method, string path, string json = "{}")
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(_world.Erp.BaseAddress, "api/index.php/" + path))
        {
            Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        message.Headers.Add("DOLAPIKEY", _world.Erp.ApiKey);
        using var answer = await http.SendAsync(message);
        answer.IsSuccessStatusCode.Should().BeTrue("{0} {1} said {2}", method, path, await answer.Content.ReadAsStringAsync());
    }

    public async Task<IReadOnlyList<Finding>> CheckAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await _world.Engine.CheckAsync("main", limit.Token);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static void Register(IErpSyncBuilder builder, Action<CyberOfficeOptions>? options, Action<IErpSyncBuilder>? more)
    {
        builder.UseCyberOffice("main", "shop", "erp", o =>
        {
            Defaults(o);
            options?.Invoke(o);
        });
        more?.Invoke(builder);
    }

    private void Seed()
    {
        Erp.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Bank", "EUR"));
        Mug = Shop.AddProduct(product =>
        {
            (product.Reference, product.Price) = ("MUG", 10m);
            product.Name["en"] = "Mug";
            product.Description["en"] = "<p>A mug</p>";
        });
        Book = Shop.AddProduct(product =>
        {
            (product.Reference, product.Price, product.TaxRulesGroupId) = ("BOOK", 20m, 3);
            product.Name["en"] = "Book";
        });
        Shop.SetStock(Mug.Id, 10);
        Shop.SetStock(Book.Id, 10);
        Customer = Sales.AddCustomer("jane@example.com", "Jane", "Miller");
        Address = Sales.AddAddress(Customer.Id);
    }
}
