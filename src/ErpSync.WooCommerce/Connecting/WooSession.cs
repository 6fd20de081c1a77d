namespace ErpSync.WooCommerce;

/// <summary>What lives as long as the connector: the present run, what exists as far as it is known, the sizes that work.</summary>
internal sealed class WooSession : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private WooRun? _run;

    public WooSession(WooClient client, WooCommerceOptions options, TimeProvider time)
    {
        Client = client;
        Options = options;
        Time = time;
        Pager = new WooPager(client, options);
        Batches = new BatchSender(client, options);
        Products = new RecordBook(this, "products", "id,type,manage_stock,virtual,images", static (run, kind, since, token) => BookRow.OfAsync(run.ChangedAsync(kind, ProductReader.List, since, ProductReader.Parser(run.Setup.CustomFields), token), token));
        Variations = new RecordBook(this, "variations", "id,parent_id,manage_stock,image", static (run, kind, since, token) => BookRow.OfAsync(run.ChangedAsync(kind, VariantRows.List, since, ProductReader.Parser(run.Setup.CustomFields), token), token));
        Refunds = new RefundBook(this);
        Orders = new RecordBook(this, "orders", "id,customer_id,status,total,date_paid_gmt,date_modified_gmt", static (run, kind, since, token) => BookRow.OfAsync(run.ChangedAsync(kind, "orders", since, OrderReader.Element, token), token));
    }

    public WooClient Client { get; }

    public WooCommerceOptions Options { get; }

    public TimeProvider Time { get; }

    public WooPager Pager { get; }

    public BatchSender Batches { get; }

    public RecordBook Products { get; }

    public RecordBook Variations { get; }

    public RecordBook Orders { get; }

    public RefundBook Refunds { get; }

    /// <summary>The setup of the present run; defaults before the first.</summary>
    public ShopSetup Setup => Volatile.Read(ref _run)?.Setup ?? new ShopSetup
    {
        Currency = Options.Currency is { Length: 3 } code ? CurrencyCode.Parse(code) : null,
        Language = Options.Language?.ToLowerInvariant() ?? "en",
        CustomFields = [.. Options.CustomFields],
    };

    /// <summary>Begins a run: reads the setup, forgets what the last run held.</summary>
    public async Task<WooRun> OpenAsync(CancellationToken cancellationToken)
    {
        var (setup, time) = await new SetupReader(Client, Options).ReadAsync(cancellationToken);
        var run = new WooRun(this, setup, time ?? Time.GetUtcNow() - TimeSpan.FromMinutes(5)) { ToldTime = time };
        Volatile.Write(ref _run, run);
        return run;
    }

    /// <summary>The present run; begins one where nobody did.</summary>
    public async ValueTask<WooRun> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _run) is { } run)
            return run;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return Volatile.Read(ref _run) ?? await OpenAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
