using System.Collections.Concurrent;

namespace ErpSync.Dolibarr;

/// <summary>One run: the setup, and what several kinds share so that it is asked for once. Holds ids and small maps, never records.</summary>
internal sealed class DolibarrRun
{
    private readonly ConcurrentDictionary<string, Shared<IReadOnlyCollection<long>>> _changed = new(StringComparer.Ordinal);
    private readonly DolibarrSession _session;
    private volatile bool _noExtraFieldDates;

    public DolibarrRun(DolibarrSession session, DolibarrSetup setup, Constants constants, DateTimeOffset serverTime)
    {
        _session = session;
        Setup = setup;
        Constants = constants;
        Cursor = new ServerCursor(serverTime, setup.Zone?.GetUtcOffset(serverTime) ?? setup.ZoneOffset);
        Rows = new ProductRows(session.Client, setup, session.Options.PageSize);
        Ids = new Shared<ProductIds>(token => ProductIds.LoadAsync(session.Client, setup, token));
        Categories = new Lazily<CategoryTree>(token => CategoryTree.LoadAsync(session.Client, token));
        Memberships = new Lazily<Memberships>(async token => await Dolibarr.Memberships.LoadAsync(session.Client, await Categories.GetAsync(token), token));
        Attributes = new Lazily<AttributeBook>(token => AttributeBook.LoadAsync(session.Client, token));
        Combinations = new CombinationBook(session.Client);
        CurrencyRates = new Lazily<IReadOnlyDictionary<string, decimal>>(LoadRatesAsync);
        Countries = new Lazily<CountryBook>(token => CountryBook.LoadAsync(session.Client, token));
        Trade = new Lazily<TradeSettings>(token => TradeSettings.LoadAsync(constants, token));
        Prices = new Lazily<PriceModes>(token => PriceModes.LoadAsync(constants, setup, session.Options, token));
    }

    public DolibarrSetup Setup { get; }

    public Constants Constants { get; }

    public DolibarrOptions Options => _session.Options;

    public DolibarrClient Client => _session.Client;

    public SweepKnowledge Known => _session.Known;

    /// <summary>The moment at which the run began, by the server's clock.</summary>
    public ServerCursor Cursor { get; }

    /// <summary>The moment that the server told; null when it told none.</summary>
    public DateTimeOffset? ToldTime { get; init; }

    /// <summary>Reads rows of products.</summary>
    public ProductRows Rows { get; }

    /// <summary>Which products there are, by role.</summary>
    public Shared<ProductIds> Ids { get; }

    public Lazily<CategoryTree> Categories { get; }

    /// <summary>Which categories a product is filed under; loaded by full reads only, since it takes a request per category.</summary>
    public Lazily<Memberships> Memberships { get; }

    public Lazily<AttributeBook> Attributes { get; }

    /// <summary>The combinations per parent that were read in this run.</summary>
    public CombinationBook Combinations { get; }

    /// <summary>How many units of each currency one of the company's is worth, by code; empty without the module of several currencies.</summary>
    public Lazily<IReadOnlyDictionary<string, decimal>> CurrencyRates { get; }

    /// <summary>The ids of countries by ISO 3166 code and back.</summary>
    public Lazily<CountryBook> Countries { get; }

    /// <summary>Which quantity counts in this run.</summary>
    public DolibarrStockQuantity StockMeasure { get; init; }

    /// <summary>When sales move stock, and how totals are rounded.</summary>
    public Lazily<TradeSettings> Trade { get; }

    /// <summary>Price levels with their names, and which special prices are on.</summary>
    public Lazily<PriceModes> Prices { get; }

    /// <summary>The ids of products whose row changed since a cursor: fields, prices, stock movements, and extra fields where they are carried.</summary>
    public async Task<IReadOnlyCollection<long>> ChangedAsync(string cursor, EntityKind kind, CancellationToken cancellationToken)
    {
        var from = ServerCursor.Parse(cursor, Client.Connection).LocalTime(Setup);
        var shared = _changed.GetOrAdd(from, text => new Shared<IReadOnlyCollection<long>>(token => LoadChangedAsync(text, token)));
        return await shared.GetAsync(kind, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, decimal>> LoadRatesAsync(CancellationToken cancellationToken)
    {
        var rates = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (Setup.HasMultiCurrency == false)
            return rates;
        try
        {
            foreach (var row in await Client.ListAsync("multicurrencies?limit=500", cancellationToken, Http.RequestPurpose.Reference))
            {
                if (row.Text("code") is { } code && JsonValues.TryNumber(row.Get("rate").Text("rate") ?? "", out var rate))
                    rates[code] = rate;
            }
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            // Without them prices in the company's currency are still taken.
        }

        return rates;
    }

    private async Task<IReadOnlyCollection<long>> LoadChangedAsync(string from, CancellationToken cancellationToken)
    {
        var rows = SqlFilter.Since("t.tms", from);
        if (Setup.CustomFields.Count == 0 || _noExtraFieldDates)
            return await ProductIds.AskAsync(Client, SqlFilter.Query(rows), cancellationToken);
        try
        {
            return await ProductIds.AskAsync(Client, SqlFilter.Query(SqlFilter.Or([rows, SqlFilter.Since("ef.tms", from)])), cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Code == DolibarrCodes.Filter)
        {
            _noExtraFieldDates = true;
            return await ProductIds.AskAsync(Client, SqlFilter.Query(rows), cancellationToken);
        }
    }
}
