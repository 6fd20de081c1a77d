using System.Net.Http.Headers;
using System.Text;
using ErpSync.Http;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Day;

/// <summary>The shop, the ERP and the process between them, which dies and comes back over the same store.</summary>
internal sealed class DayWorld : IAsyncDisposable
{
    private readonly InMemoryStore _store = new();
    private readonly Action<IErpSyncBuilder> _more;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private ServiceProvider? _services;
    private MortalStore _life = null!;

    public DayWorld(Action<IErpSyncBuilder>? more)
    {
        _more = more ?? (_ => { });
        ShopServer = new PrestaShopSandbox(new PrestaShopSandboxOptions { Clock = Clock });
        ErpServer = new DolibarrSandbox(new DolibarrSandboxOptions { Clock = Clock });
    }

    public ManualTime Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));

    public PrestaShopSandbox ShopServer { get; }

    public DolibarrSandbox ErpServer { get; }

    public PrestaShopState Shop => ShopServer.State;

    public DolibarrState Erp => ErpServer.State;

    /// <summary>How the runs of the day went: for the message of a failure.</summary>
    public List<string> Log { get; } = [];

    public async Task StartAsync()
    {
        await ShopServer.StartAsync();
        await ErpServer.StartAsync();
        await RestartAsync();
    }

    /// <summary>A new process over the same store; what the old one had not stored is lost.</summary>
    public async Task RestartAsync()
    {
        if (_services is not null)
        {
            _life.Die();
            await _services.DisposeAsync();
        }

        (var store, _life) = MortalStore.Over(_store);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualDates(Clock));
        services.AddSingleton(store);
        var builder = services.AddErpSync();
        builder.AddPrestaShop("shop", o => (o.BaseAddress, o.ApiKey) = (ShopServer.BaseAddress, ShopServer.ApiKey));
        builder.AddDolibarr("erp", o => (o.BaseAddress, o.ApiKey) = (ErpServer.BaseAddress, ErpServer.ApiKey));
        builder.UseCyberOffice("main", "shop", "erp", Options);
        _more(builder);
        foreach (var name in new[] { "shop", "erp" })
            services.PostConfigure<ConnectionHttpOptions>(name, http => http.Retries = 0);
        _services = services.BuildServiceProvider();
    }

    /// <summary>A run of the pair, some minutes after what people did last. Null when it was cut short: by an outage or by the death of the process.</summary>
    public async Task<SyncReport?> RunAsync(TimeSpan? later = null, int? diesAfter = null)
    {
        Clock.Advance(later ?? TimeSpan.FromMinutes(5));
        if (diesAfter is { } commits)
            _life.DieAfter(commits);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            var report = await _services!.GetRequiredService<ISyncEngine>().RunAsync(new SyncRequest("main"), null, limit.Token);
            Log.Add($"{Clock.GetUtcNow():HH:mm} run {report.Run}: {report.Written} written, {report.Failed} failed, {string.Join(" | ", report.Kinds.Select(kind => kind.Problem).OfType<SyncProblem>().Concat(report.Problems).Take(4))}");
            return report;
        }
        catch (Exception cut) when (cut is ConnectorException || _life.IsDead)
        {
            Log.Add($"{Clock.GetUtcNow():HH:mm} cut short: {cut.Message}");
            return null;
        }
        finally
        {
            if (_life.IsDead)
                await RestartAsync();
        }
    }

    public bool IsDead => _life.IsDead;

    /// <summary>Does at the ERP what a person does there.</summary>
    public async Task ErpAsync(string method, string path, string json = """{"notrigger":0}""")
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(ErpServer.BaseAddress, "api/index.php/" + path))
        {
            Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        message.Headers.Add("DOLAPIKEY", ErpServer.ApiKey);
        using var answer = await _http.SendAsync(message);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path} said {await answer.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_services is not null)
            await _services.DisposeAsync();
        await ShopServer.DisposeAsync();
        await ErpServer.DisposeAsync();
    }

    private static void Options(CyberOfficeOptions options)
    {
        options.WholeHistory = true;
        foreach (var (module, method) in new[] { ("ps_wirepayment", "2"), ("ps_checkpayment", "7") })
            (options.PaymentMethods[module], options.BankAccounts[module]) = (method, "1");
        // Goods of an order that waits for its money are reserved in the ERP too: it is taken over at once, and invoiced when it is paid.
        (options.OrderStatuses, options.InvoiceStatuses, options.PaymentStatuses) = (["1", "10", "2", "3", "4", "5"], ["2", "3", "4", "5"], ["2", "3", "4", "5"]);
        foreach (var unpaid in new[] { "1", "10" })
            options.StatusRules.Add(new OrderStatusRule(unpaid, OrderStatusAction.Import) { Stage = OrderStage.Confirmed });
        (options.Reverse.Products, options.Reverse.Prices, options.Reverse.Stock, options.Reverse.Status) = (true, true, true, true);
    }
}
