using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads the records of one resource: all, those that changed, by id, by token and by one key. Values that filters cannot express are found by a wider filter and compared exactly.</summary>
/// <typeparam name="T">The record's type.</typeparam>
internal abstract class RecordReader<T>(TradeSession session, string resource) : IReader<T>, IChangeReader<T>, ILister<T>, IFinder<T>, ITokenFinder<T>
    where T : class, IEntity
{
    private const int ValuesPerRequest = 30;

    protected TradeSession Session => session;

    /// <summary>Which rows of the resource are records of the kind; null for all.</summary>
    protected virtual string? Filter => null;

    /// <summary>More parameters of every request for whole rows.</summary>
    protected virtual string Query => "";

    /// <summary>The properties that a listing asks for, <c>id</c> first.</summary>
    protected virtual string ListProperties => "id";

    protected virtual bool HasExtraFields => false;

    protected RecordRows Rows => new(session.Client, resource, session.Options.DocumentPageSize);

    public async IAsyncEnumerable<ReadResult<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        BeginFullRead(run);
        await foreach (var item in Rows.AllAsync(Filter, Query, cancellationToken))
            yield return await ResultAsync(item, run, cancellationToken);
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Run.Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        var from = ServerCursor.Parse(cursor, session.Client.Connection).LocalTime(run.Setup);
        var since = HasExtraFields ? $"({SqlFilter.Or([SqlFilter.Since("t.tms", from), SqlFilter.Since("ef.tms", from)])})" : SqlFilter.Since("t.tms", from);
        await foreach (var item in Rows.AllAsync(Filter is null ? since : SqlFilter.And(Filter, since), Query, cancellationToken))
            yield return await ResultAsync(item, run, cancellationToken);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        var properties = run.Setup.HasProperties ? "&properties=" + ListProperties : "";
        var contacted = new List<long>();
        await foreach (var item in Rows.AllAsync(Filter, properties, cancellationToken))
        {
            // What was left out is not gone, and nobody knows which it is.
            var row = RecordRows.Whole(item);
            if (row.Whole("id") is not { } id)
                continue;
            if (HasRolesToSweep(row))
                contacted.Add(id);
            yield return new Listed(RemoteId.From(id), StampOf(row));
        }

        run.Contacted[T.Kind] = contacted;
    }

    public async IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        await foreach (var item in Rows.FindAsync(Numbers.Of(ids), Query, cancellationToken))
        {
            if (item.Problem is not null || IsOurs(item.Value))
                yield return await ResultAsync(item, run, cancellationToken);
        }
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        foreach (var some in tokens.Chunk(ValuesPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            // By filter, never by /ref_ext/: that path is broken in 23.0. Rows come by ascending id, so the first is the lowest.
            await foreach (var item in Rows.AllAsync(SqlFilter.MayBe("t.ref_ext", some), Query, cancellationToken))
            {
                var row = RecordRows.Whole(item);
                if (row.Text("ref_ext") is { } token && wanted.Contains(token) && IsOurs(row) && row.Whole("id") is { } id)
                    found.TryAdd(token, RemoteId.From(id));
            }
        }

        return found;
    }

    /// <summary>Streams the records that have one of the keys in a column.</summary>
    protected async IAsyncEnumerable<ReadResult<T>> FindByColumnAsync(string column, IReadOnlyCollection<string> keys, Func<T, string?> key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        foreach (var some in keys.Chunk(ValuesPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            var filter = SqlFilter.MayBe(column, some);
            await foreach (var item in Rows.AllAsync(Filter is null ? filter : SqlFilter.And(Filter, filter), Query, cancellationToken))
            {
                var result = await ResultAsync(item, run, cancellationToken);
                if (result.Record is null || wanted.Contains(key(result.Record.Value) ?? ""))
                    yield return result;
            }
        }
    }

    /// <summary>Makes a record of a row.</summary>
    /// <exception cref="ConnectorException">A value cannot be read.</exception>
    internal abstract Task<Remote<T>> MapAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken);

    /// <summary>Drops what a full read shall see afresh.</summary>
    protected virtual void BeginFullRead(TradeRun run)
    {
    }

    /// <summary>Whether a row that was asked for by id is a record of the kind.</summary>
    protected virtual bool IsOurs(JsonElement row) => true;

    /// <summary>Whether a row is one of an open document that has contacts, whose roles only the sweep tells.</summary>
    protected virtual bool HasRolesToSweep(JsonElement row) => false;

    /// <summary>The stamp of a row; null where dates tell everything.</summary>
    protected virtual string? StampOf(JsonElement row) => null;

    private async Task<ReadResult<T>> ResultAsync(JsonItem<JsonElement> item, TradeRun run, CancellationToken cancellationToken)
    {
        if (item.Problem is { } leftOut)
            return ReadResult<T>.Bad(leftOut with { EntityKind = T.Kind });
        var row = item.Value;
        try
        {
            return ReadResult<T>.Of(await MapAsync(row, run, cancellationToken));
        }
        catch (Exception exception) when (exception is ConnectorException { Problem.Kind: ProblemKind.Unreadable } or OverflowException or FormatException or ArgumentOutOfRangeException)
        {
            var raw = row.GetRawText();
            var problem = (exception as ConnectorException)?.Problem ?? new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", $"A value of the record cannot be read: {exception.Message}");
            return ReadResult<T>.Bad(problem with { Connection = session.Client.Connection, EntityKind = T.Kind, Id = problem.Id ?? (row.Whole("id") is { } id ? RemoteId.From(id) : null), Raw = raw.Length <= 2000 ? raw : raw[..2000] });
        }
    }
}
