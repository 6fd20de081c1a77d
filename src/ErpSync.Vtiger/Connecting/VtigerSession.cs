using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>What lives as long as the connector: the login, the present run, what exists as far as it is known, taxes that were read.</summary>
internal sealed class VtigerSession : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<string, RecordBook> _books = new(StringComparer.Ordinal);
    private VtigerRun? _run;

    public VtigerSession(ConnectionClient transport, VtigerOptions options, TimeProvider time)
    {
        (Options, Time) = (options, time);
        Client = new VtigerClient(transport, options);
        Sync = new SyncReader(Client);
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(options.ServerTimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        Country = new CountryNames(options.CountryNames);
    }

    public VtigerClient Client { get; }

    public VtigerOptions Options { get; }

    public TimeProvider Time { get; }

    public SyncReader Sync { get; }

    /// <summary>The zone of date-times in the CRM.</summary>
    public TimeZoneInfo Zone { get; }

    public CountryNames Country { get; }

    public ProductDetails Details { get; } = new();

    /// <summary>Whether <c>convertlead</c> ends in a fatal error, as it was once seen.</summary>
    public bool ConversionIsDead { get; set; }

    /// <summary>What customers without account became with their first order, by their former id.</summary>
    public ConcurrentDictionary<string, Buyer> Promoted { get; } = new(StringComparer.Ordinal);

    /// <summary>E-mail addresses that several records of Contacts, Accounts and Leads bear, with the ids that were passed over.</summary>
    public ConcurrentDictionary<string, string> Doubles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The leads among them, by e-mail address: they go with the next order of the customer.</summary>
    public ConcurrentDictionary<string, string> DoubleLeads { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where contacts without account are customers too.</summary>
    public bool HasLoneContacts => Options.RegistrationsAsLeads || Options.Accounts != VtigerAccounts.Everyone;

    /// <summary>The setup of the present run; defaults before the first.</summary>
    public CrmSetup Setup => Volatile.Read(ref _run)?.Setup ?? new CrmSetup();

    public RecordBook Book(string module) => _books.GetOrAdd(module, name => new RecordBook(this, name));

    /// <summary>Creates a record of a completed body and takes note of it.</summary>
    public async Task<JsonElement> InsertAsync(string module, JsonObject body, string? token, CancellationToken cancellationToken)
    {
        if (token is not null)
            await Book(module).SendAsync(token, cancellationToken);
        var row = await Client.CreateAsync(module, body, cancellationToken);
        await Book(module).NoteAsync(row, cancellationToken);
        return row;
    }

    /// <summary>Begins a run: reads the setup, forgets what the last run held.</summary>
    public async Task<VtigerRun> OpenAsync(CancellationToken cancellationToken)
    {
        var setup = await new SetupReader(Client).ReadAsync(cancellationToken);
        var run = new VtigerRun(this, setup, Client.ServerTime ?? Time.GetUtcNow() - TimeSpan.FromMinutes(5));
        Volatile.Write(ref _run, run);
        return run;
    }

    /// <summary>The present run; begins one where nobody did.</summary>
    public async ValueTask<VtigerRun> RunAsync(CancellationToken cancellationToken)
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

    public void Dispose()
    {
        _gate.Dispose();
        Client.Dispose();
    }
}
