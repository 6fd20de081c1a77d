namespace ErpSync.Vtiger;

/// <summary>
/// Which records of a module exist. Filled by one listing of ids; from then on kept by what was told as changed and deleted and by the number of records. Only when that
/// number is not the number of known ids, or a full listing is due, all ids are listed again: queries tell nothing of deletions.
/// </summary>
internal sealed class RecordBook(VtigerSession session, string module)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private SortedSet<long>? _numbers;
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

    /// <summary>Takes note of a record that was made here.</summary>
    public async ValueTask NoteAsync(string? id, CancellationToken cancellationToken)
    {
        if (RecordNumber.Parse(id) is not { } number)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _numbers?.Add(number.Number);
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
        await foreach (var page in ModulePager.ReadAsync(run, module, ["id"], null, null, cancellationToken))
            numbers.UnionWith(page.Select(row => RecordNumber.Parse(row.Text("id"))?.Number ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, $"A row of {module} has no id."))));
        _listedAt = listed;
        return numbers;
    }

    /// <returns>False when the known ids cannot be all there is.</returns>
    private async Task<bool> RefreshAsync(VtigerRun run, SortedSet<long> numbers, CancellationToken cancellationToken)
    {
        if (run.Setup.IsAdmin && await session.Sync.ReadAsync(module, _asOf - session.Options.Overlap, cancellationToken) is { } told)
        {
            numbers.UnionWith(told.Updated.Select(row => RecordNumber.Parse(row.Text("id"))).OfType<RecordNumber>().Select(number => number.Number));
            numbers.ExceptWith(told.Deleted.Select(RecordNumber.Parse).OfType<RecordNumber>().Select(number => number.Number));
        }
        else
        {
            await foreach (var page in ModulePager.ReadAsync(run, module, ["id"], run.Since(_asOf), null, cancellationToken))
                numbers.UnionWith(page.Select(row => RecordNumber.Parse(row.Text("id"))).OfType<RecordNumber>().Select(number => number.Number));
        }

        return await session.Client.CountAsync(module, null, cancellationToken) == numbers.Count;
    }
}
