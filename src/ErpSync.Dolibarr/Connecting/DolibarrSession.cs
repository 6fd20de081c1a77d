namespace ErpSync.Dolibarr;

/// <summary>What lives as long as the connector: the present run, and what the last full read saw of memberships.</summary>
internal sealed class DolibarrSession(DolibarrClient client, DolibarrOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private DolibarrRun? _run;

    public DolibarrClient Client => client;

    /// <summary>
    /// Lets one write of stock, parties or documents through at a time: Dolibarr gives numbers twice, loses movements and takes writes back when two come at once, whichever kinds they are of
    /// (a shipment moves stock as well).
    /// </summary>
    public SemaphoreSlim OneWriter { get; } = new(1, 1);

    public DolibarrOptions Options => options;

    /// <summary>The setup of the present run; defaults before the first.</summary>
    public DolibarrSetup Setup => Volatile.Read(ref _run)?.Setup ?? new DolibarrSetup
    {
        Currency = options.Currency is { Length: 3 } currency ? CurrencyCode.Parse(currency) : null,
        CustomFields = [.. options.CustomFields],
    };

    /// <summary>What the sweeps know of the records that this process has read in full.</summary>
    public SweepKnowledge Known { get; } = new();

    /// <summary>How many records were refused for want of a way to write them, by reason: told by the probe, so that nothing is dropped silently.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, int> NotCarried { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins a run: reads the setup, forgets what the last run held.</summary>
    public async Task<DolibarrRun> OpenAsync(CancellationToken cancellationToken)
    {
        var constants = new Constants(client);
        var (setup, serverTime) = await new SetupReader(client, options, constants).ReadAsync(cancellationToken);
        var run = new DolibarrRun(this, setup, constants, serverTime ?? time.GetUtcNow() - TimeSpan.FromMinutes(5)) { ToldTime = serverTime, StockMeasure = await MeasureAsync(constants, cancellationToken) };
        Interlocked.Exchange(ref _run, run);
        return run;
    }

    /// <summary>The present run; begins one where nobody did.</summary>
    public async ValueTask<DolibarrRun> RunAsync(CancellationToken cancellationToken)
    {
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

    public void Dispose()
    {
        _gate.Dispose();
        OneWriter.Dispose();
    }

    /// <summary>Where invoices take goods off, Dolibarr's virtual stock takes the open order off once more: what lies there is what can be sold.</summary>
    private async Task<DolibarrStockQuantity> MeasureAsync(Constants constants, CancellationToken cancellationToken) =>
        options.StockQuantity == DolibarrStockQuantity.Sellable && await constants.IsOnAsync("STOCK_CALCULATE_ON_BILL", cancellationToken) && !await constants.IsOnAsync("STOCK_CALCULATE_ON_SHIPMENT", cancellationToken)
            ? DolibarrStockQuantity.Physical
            : options.StockQuantity;
}
