using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads suppliers: third parties with the mark of one. The list of third parties is 404 when it is empty, in every version.</summary>
internal sealed class SupplierReader(DolibarrSession session) : IKind<Supplier>, IReader<Supplier>, IChangeReader<Supplier>, ILister<Supplier>, IFinder<Supplier>, IKeyFinder<Supplier>, ITokenFinder<Supplier>
{
    private const int ValuesPerRequest = 30;
    private const int IdsPerRequest = 200;

    public string KeyName => "name";

    public KindProfile<Supplier> Profile
    {
        get
        {
            var setup = session.Setup;
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Supplier.Code), nameof(Supplier.Name), nameof(Supplier.Email), nameof(Supplier.Phone), nameof(Supplier.Website), nameof(Supplier.VatNumber), nameof(Supplier.Address), nameof(Supplier.Language),
                nameof(Supplier.Currency), nameof(Supplier.Active), nameof(Supplier.PrivateNote),
            };
            if (setup.HasMultiCurrency != true)
                read.Remove(nameof(Supplier.Currency));
            return new KindProfile<Supplier>
            {
                ReadFields = read,
                WrittenFields = read.Where(name => name != nameof(Supplier.Code)).ToHashSet(StringComparer.Ordinal),
                Normalise = value => SupplierMapping.Normalise(value, setup),
                DateTrust = DateTrust.Full,
                FindBatch = IdsPerRequest,
                WriteBatch = 50,
                Writers = 1,
                SharesWriter = true,
            };
        }
    }

    public IAsyncEnumerable<ReadResult<Supplier>> ReadAsync(CancellationToken cancellationToken) => RowsAsync(null, cancellationToken);

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<Supplier>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var result in RowsAsync(SqlFilter.Since("t.tms", ServerCursor.Parse(cursor, session.Client.Connection).LocalTime(run.Setup)), cancellationToken))
            yield return result;
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var id in await session.Client.ListAsync($"thirdparties?mode=4&limit=0&sortfield=t.rowid&sortorder=ASC{(run.Setup.HasProperties ? "&properties=id" : "")}", static row => row.Whole("id"), cancellationToken))
            yield return new Listed(RemoteId.From(id ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", "The list of suppliers holds one without an id.") { Connection = session.Client.Connection, EntityKind = Supplier.Kind })));
    }

    public async IAsyncEnumerable<ReadResult<Supplier>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in Numbers.Of(ids).Chunk(IdsPerRequest))
        {
            await foreach (var result in RowsAsync(SqlFilter.In("t.rowid", some), cancellationToken))
                yield return result;
        }
    }

    public async IAsyncEnumerable<ReadResult<Supplier>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in keys.Chunk(ValuesPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            await foreach (var result in RowsAsync(SqlFilter.MayBe("t.nom", some), cancellationToken))
            {
                if (result.Record is not { } record || wanted.Contains(record.Value.Name?.Trim().ToLowerInvariant() ?? ""))
                    yield return result;
            }
        }
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        foreach (var some in tokens.Chunk(ValuesPerRequest))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            await foreach (var result in RowsAsync(SqlFilter.MayBe("t.ref_ext", some), cancellationToken))
            {
                if (result.Record is { Native: JsonElement json } record && json.Text("ref_ext") is { } token && wanted.Contains(token))
                    found.TryAdd(token, record.Id);
            }
        }

        return found;
    }

    // Each page goes on behind the last id, so that a row deleted meanwhile hides no other.
    private async IAsyncEnumerable<ReadResult<Supplier>> RowsAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var last = 0L;
        await foreach (var json in session.Client.PagesAsync("suppliers", session.Options.PageSize, Fetch, cancellationToken))
        {
            if (SupplierMapping.IsSupplier(json))
                yield return Map(json, run);
        }

        async IAsyncEnumerable<JsonElement> Fetch(PageWindow window, [EnumeratorCancellation] CancellationToken token)
        {
            var behind = SqlFilter.Above("t.rowid", last);
            var path = $"thirdparties?mode=4&sortfield=t.rowid&sortorder=ASC&limit={window.Size}&{SqlFilter.Query(filter is null ? behind : SqlFilter.And(behind, filter))}{(run.Setup.HasProperties ? "&properties=" + SupplierMapping.Properties : "")}";
            await foreach (var item in session.Client.StreamAsync(Call.Get(path).For(window), static (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), token))
            {
                var json = item.Problem is null ? item.Value : throw new ConnectorException(item.Problem);
                last = Math.Max(last, json.Whole("id") ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", "A supplier has no id.") { Connection = session.Client.Connection, EntityKind = Supplier.Kind }));
                yield return json;
            }
        }
    }

    private static ReadResult<Supplier> Map(JsonElement json, DolibarrRun run)
    {
        try
        {
            return ReadResult<Supplier>.Of(SupplierMapping.Read(json, run.Setup));
        }
        catch (ConnectorException fault)
        {
            return ReadResult<Supplier>.Bad(fault.Problem with { EntityKind = Supplier.Kind });
        }
    }
}
