using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>
/// Which records of a module exist. Filled by one listing of ids; from then on kept by what was told as changed and deleted and by the number of records. Only when that
/// number is not the number of known ids, or a full listing is due, all ids are listed again: queries tell nothing of deletions. Tokens come with the ids, so that one which nobody
/// bears costs no request; of contacts it is kept which belong to an account.
/// </summary>
internal sealed class RecordBook(VtigerSession session, string module)
{
    private const string Owner = "account_id";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, long> _tokens = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly HashSet<long> _owned = [];
    private SortedSet<long>? _numbers;
    private bool _hasTokens;
    private VtigerRun? _run;
    private string _prefix = "";
    private DateTimeOffset _asOf;
    private DateTimeOffset _listedAt;

    public async Task<IReadOnlyList<RecordNumber>> ListAsync(VtigerRun run, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var begun = session.Client.ServerTime ?? run.Cursor.Time;
            var numbers = _numbers is null || session.Time.GetUtcNow() - _listedAt >= session.Options.FullListing || !await RefreshAsync(run, _numbers, cancellationToken)
                ? await ListAllAsync(run, cancellationToken)
                : _numbers;
            (_numbers, _asOf, _run) = (numbers, begun, run);
            return [.. numbers.Select(number => new RecordNumber(_prefix, number))];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The highest id known in this run, without a request: whatever is made later bears a higher one. Not known when nothing was listed in this run.</summary>
    public async ValueTask<(bool IsKnown, RecordNumber? Number)> NewestAsync(VtigerRun run, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _run != run || _numbers is null ? (false, null) : (true, _numbers.Count > 0 ? new RecordNumber(_prefix, _numbers.Max) : null);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes note of a create that is about to be sent: until it is answered, its token is asked for.</summary>
    public async ValueTask SendAsync(string token, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        _sent.Add(token);
        _gate.Release();
    }

    /// <summary>The records that bear some tokens, without a request; null when nothing was listed in this run, or one of them was sent and not answered.</summary>
    public async ValueTask<Dictionary<string, RecordNumber>?> TokensAsync(VtigerRun run, IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_run != run || _numbers is null || !_hasTokens || tokens.Any(_sent.Contains))
                return null;
            return tokens.Where(token => _tokens.TryGetValue(token, out var number) && _numbers.Contains(number)).Distinct(StringComparer.Ordinal).ToDictionary(token => token, token => new RecordNumber(_prefix, _tokens[token]), StringComparer.Ordinal);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Whether a contact belongs to an account, as far as it is known.</summary>
    public bool IsOwned(long number)
    {
        lock (_owned)
            return _owned.Contains(number);
    }

    /// <summary>Takes note of a record that was made here.</summary>
    public async ValueTask NoteAsync(JsonElement row, CancellationToken cancellationToken)
    {
        if (RecordNumber.Parse(row.Text("id")) is not { } number)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _numbers?.Add(number.Number);
            Note(row, number.Number);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<SortedSet<long>> ListAllAsync(VtigerRun run, CancellationToken cancellationToken)
    {
        var listed = session.Time.GetUtcNow();
        var numbers = new SortedSet<long>();
        _prefix = (await run.Schema.GetAsync(module, cancellationToken)).IdPrefix;
        await foreach (var page in ModulePager.ReadAsync(run, module, await ColumnsAsync(run, cancellationToken), null, null, cancellationToken))
            numbers.UnionWith(page.Select(row => Note(row, RecordNumber.Parse(row.Text("id"))?.Number ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, $"A row of {module} has no id.")))));
        foreach (var gone in _tokens.Where(token => !numbers.Contains(token.Value)).Select(token => token.Key).ToList())
            _tokens.Remove(gone);
        _listedAt = listed;
        return numbers;
    }

    /// <returns>False when the known ids cannot be all there is.</returns>
    private async Task<bool> RefreshAsync(VtigerRun run, SortedSet<long> numbers, CancellationToken cancellationToken)
    {
        if (run.Setup.IsAdmin && await session.Sync.ReadAsync(module, _asOf - session.Options.Overlap, cancellationToken) is { } told)
        {
            numbers.UnionWith(told.Updated.Select(row => (Row: row, Id: RecordNumber.Parse(row.Text("id")))).Where(told => told.Id is not null).Select(told => Note(told.Row, told.Id!.Value.Number)));
            numbers.ExceptWith(told.Deleted.Select(RecordNumber.Parse).OfType<RecordNumber>().Select(number => number.Number));
        }
        else
        {
            await foreach (var page in ModulePager.ReadAsync(run, module, await ColumnsAsync(run, cancellationToken), run.Since(_asOf), null, cancellationToken))
                numbers.UnionWith(page.Select(row => (Row: row, Id: RecordNumber.Parse(row.Text("id")))).Where(told => told.Id is not null).Select(told => Note(told.Row, told.Id!.Value.Number)));
        }

        return await session.Client.CountAsync(module, null, cancellationToken) == numbers.Count;
    }

    private string? TokenField => session.Options.ExternalKeys.TryGetValue(module, out var name) ? name : null;

    private async Task<IReadOnlyList<string>> ColumnsAsync(VtigerRun run, CancellationToken cancellationToken)
    {
        string[] columns = ["id", .. TokenField is { } field ? [field] : Array.Empty<string>(), .. module == Modules.Contacts ? [Owner] : Array.Empty<string>()];
        if (columns.Length == 1)
            return columns;
        var schema = await run.Schema.GetAsync(module, cancellationToken);
        _hasTokens = TokenField is { } token && schema[token] is not null;
        return schema.Known(columns);
    }

    // Of two records with one token the older one is meant.
    private long Note(JsonElement row, long number)
    {
        if (TokenField is { } field && row.Text(field) is { } token)
        {
            _sent.Remove(token);
            _tokens[token] = _tokens.TryGetValue(token, out var other) && other < number ? other : number;
        }

        if (module == Modules.Contacts)
        {
            lock (_owned)
            {
                if (row.Text(Owner) is null)
                    _owned.Remove(number);
                else
                    _owned.Add(number);
            }
        }

        return number;
    }
}
