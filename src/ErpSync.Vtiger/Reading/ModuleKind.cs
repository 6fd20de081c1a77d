using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>Reads one kind out of the modules behind it: what all kinds have in common. A kind says which columns it needs and what a page of rows means.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="session">The session.</param>
/// <param name="modules">The modules whose records are records of the kind.</param>
internal abstract class ModuleKind<T>(VtigerSession session, params string[] modules) : IKind<T>, IReader<T>, IChangeReader<T>, ILister<T>, IFinder<T>, ITokenFinder<T>, INewestId<T>
    where T : class, IEntity
{
    public abstract KindProfile<T> Profile { get; }

    protected VtigerSession Session { get; } = session;

    protected IReadOnlyList<string> ModuleNames { get; } = modules;

    protected string Connection => Session.Client.Connection;

    public async IAsyncEnumerable<ReadResult<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        await foreach (var result in WhereAsync(run, null, cancellationToken))
            yield return result;
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        return run.Cursor.ToString();
    }

    public virtual async IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        await foreach (var result in WhereAsync(run, run.Since(cursor), cancellationToken))
            yield return result;
    }

    public virtual async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        foreach (var module in ModuleNames)
        {
            if (!await IsReadAsync(run, module, cancellationToken))
                continue;
            foreach (var number in await Session.Book(module).ListAsync(run, cancellationToken))
            {
                if (await IsOwnAsync(run, number, cancellationToken))
                    yield return new Listed(new RemoteId(number.ToString()));
            }
        }
    }

    public virtual async IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var numbers = ids.Select(id => RecordNumber.Parse(id.Value)).OfType<RecordNumber>().ToList();
        foreach (var module in numbers.Count == 0 ? [] : ModuleNames)
        {
            if (await run.Schema.FindAsync(module, cancellationToken) is not { } schema)
                continue;
            var own = numbers.Where(number => number.Prefix == schema.IdPrefix).Select(number => number.ToString()).ToList();
            await foreach (var page in ModulePager.FindAsync(run, module, schema.Known(Columns(module)), "id", own, isUnique: true, cancellationToken))
            {
                foreach (var result in await MapAsync(run, module, page, cancellationToken))
                    yield return result;
            }
        }
    }

    /// <summary>The ids of records by token: the lowest when several carry it. Asked for only where this run has not listed the module, or sent the token itself.</summary>
    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var found = new Dictionary<string, RecordNumber>(StringComparer.Ordinal);
        foreach (var module in ModuleNames)
        {
            if (ExternalKey(module) is not { } field || await run.Schema.FindAsync(module, cancellationToken) is null)
                continue;
            if (await Session.Book(module).TokensAsync(run, tokens, cancellationToken) is { } known)
            {
                foreach (var (token, number) in known)
                    found[token] = found.TryGetValue(token, out var other) && other.Number < number.Number ? other : number;
                continue;
            }

            await foreach (var page in ModulePager.FindAsync(run, module, ["id", field], field, tokens, isUnique: false, cancellationToken))
            {
                foreach (var row in page)
                {
                    if (row.Text(field) is { } token && tokens.Contains(token) && RecordNumber.Parse(row.Text("id")) is { } number && (!found.TryGetValue(token, out var other) || number.Number < other.Number))
                        found[token] = number;
                }
            }
        }

        return found.ToDictionary(pair => pair.Key, pair => new RemoteId(pair.Value.ToString()), StringComparer.Ordinal);
    }

    /// <summary>The newest record of the first module; numbers are global, so that it stands for all of them.</summary>
    public async Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        RecordNumber? newest = null;
        foreach (var module in ModuleNames)
        {
            if (!await IsReadAsync(run, module, cancellationToken))
                continue;
            if (await NewestOfAsync(run, module, cancellationToken) is { } number && (newest is null || number.Number > newest.Value.Number))
                newest = number;
        }

        return newest is { } top ? new RemoteId(top.ToString()) : null;
    }

    private async Task<RecordNumber?> NewestOfAsync(VtigerRun run, string module, CancellationToken cancellationToken)
    {
        if (await Session.Book(module).NewestAsync(run, cancellationToken) is { IsKnown: true } known)
            return known.Number;
        var rows = await Session.Client.QueryAsync(Vtql.Select(module, ["id"], null, "id desc", 1), cancellationToken);
        return rows.Count > 0 ? RecordNumber.Parse(rows[0].Text("id")) : null;
    }

    public async IAsyncEnumerable<ReadResult<T>> ReadNewerThanAsync(RemoteId? id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var from = RecordNumber.Parse(id?.Value);
        foreach (var module in ModuleNames)
        {
            if (!await IsReadAsync(run, module, cancellationToken))
                continue;
            var schema = await run.Schema.GetAsync(module, cancellationToken);
            var after = from is { } number ? new RecordNumber(schema.IdPrefix, number.Number).ToString() : null;
            await foreach (var page in ModulePager.ReadAsync(run, module, schema.Known(Columns(module)), null, after, cancellationToken))
            {
                foreach (var result in await MapAsync(run, module, page, cancellationToken))
                    yield return result;
            }
        }
    }

    /// <summary>The columns that a row needs; those that the user cannot see are left out of the query.</summary>
    protected abstract IEnumerable<string> Columns(string module);

    /// <summary>What a page of rows means. A row that cannot be read is a result of its own.</summary>
    protected abstract Task<IReadOnlyList<ReadResult<T>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken);

    /// <summary>The rows of a page that was read from end to end or by date, without those that another record stands for.</summary>
    protected virtual Task<IReadOnlyList<JsonElement>> PageAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> page, CancellationToken cancellationToken) => Task.FromResult(page);

    /// <summary>Whether a record of the module is one of the kind.</summary>
    protected virtual ValueTask<bool> IsOwnAsync(VtigerRun run, RecordNumber number, CancellationToken cancellationToken) => ValueTask.FromResult(true);

    /// <summary>Whether a module is read. The first must be there; the others may be missing.</summary>
    protected async ValueTask<bool> IsReadAsync(VtigerRun run, string module, CancellationToken cancellationToken) =>
        await run.Schema.FindAsync(module, cancellationToken) is not null ? true : module == ModuleNames[0] ? throw new ConnectorException(run.Schema.Missing(module) with { EntityKind = T.Kind }) : false;

    protected string? ExternalKey(string module) => Session.Options.ExternalKeys.TryGetValue(module, out var field) ? field : null;

    protected IReadOnlyList<string> Custom(string module) => Session.Options.CustomFields.TryGetValue(module, out var fields) ? fields : [];

    protected TextMap CustomOf(RowReader row, string module) => TextMap.From(Custom(module).Select(field => KeyValuePair.Create(field, row.Text(field))).Where(entry => entry.Value is not null)!);

    protected TextMap CustomStored(TextMap custom, string module) => TextMap.From(custom.Where(entry => Custom(module).Contains(entry.Key, StringComparer.Ordinal)).Select(entry => KeyValuePair.Create(entry.Key, Texts.Stored(entry.Value))).Where(entry => entry.Value is not null)!);

    /// <summary>A text; nothing where it is the filling of a mandatory field.</summary>
    protected string? Real(string? text) => text is not null && text == Session.Options.TextDefault ? null : text;

    protected async IAsyncEnumerable<ReadResult<T>> WhereAsync(VtigerRun run, string? where, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var module in ModuleNames)
        {
            if (!await IsReadAsync(run, module, cancellationToken))
                continue;
            var columns = (await run.Schema.GetAsync(module, cancellationToken)).Known(Columns(module));
            await foreach (var page in ModulePager.ReadAsync(run, module, columns, where, null, cancellationToken))
            {
                foreach (var result in await MapAsync(run, module, await PageAsync(run, module, page, cancellationToken), cancellationToken))
                    yield return result;
            }
        }
    }

    /// <summary>The records of a module whose column has one of some keys.</summary>
    protected async IAsyncEnumerable<ReadResult<T>> FindAsync(VtigerRun run, string module, string column, IEnumerable<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var schema = await run.Schema.GetAsync(module, cancellationToken);
        await foreach (var page in ModulePager.FindAsync(run, module, schema.Known(Columns(module)), column, keys, isUnique: false, cancellationToken))
        {
            foreach (var result in await MapAsync(run, module, page, cancellationToken))
                yield return result;
        }
    }

    /// <summary>Maps one row; what cannot be read becomes its result.</summary>
    protected ReadResult<T> Map(JsonElement row, Func<RowReader, Remote<T>> map)
    {
        try
        {
            return ReadResult<T>.Of(map(new RowReader(row, T.Kind, Session.Zone)));
        }
        catch (ConnectorException fault)
        {
            return ReadResult<T>.Bad(fault.Problem with { Connection = Connection, EntityKind = T.Kind, Id = fault.Problem.Id ?? (row.Text("id") is { } id ? new RemoteId(id) : null) });
        }
    }
}
