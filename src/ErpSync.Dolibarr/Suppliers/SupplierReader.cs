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

    private RecordRows Rows => new(session.Client, "thirdparties", session.Options.PageSize);

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
        await foreach (var item in Rows.AllAsync(null, $"&mode=4{(run.Setup.HasProperties ? "&properties=id" : "")}", cancellationToken))
        {
            if (RecordRows.Whole(item).Whole("id") is { } id)
                yield return new Listed(RemoteId.From(id));
        }
    }

    public async IAsyncEnumerable<ReadResult<Supplier>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in Rows.FindAsync(Numbers.Of(ids), $"&mode=4{(run.Setup.HasProperties ? "&properties=" + SupplierMapping.Properties : "")}", cancellationToken))
        {
            if (item.Problem is { } leftOut)
                yield return ReadResult<Supplier>.Bad(leftOut with { EntityKind = Supplier.Kind });
            else if (SupplierMapping.IsSupplier(item.Value))
                yield return Map(item.Value, run);
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

    private async IAsyncEnumerable<ReadResult<Supplier>> RowsAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in Rows.AllAsync(filter, $"&mode=4{(run.Setup.HasProperties ? "&properties=" + SupplierMapping.Properties : "")}", cancellationToken))
        {
            if (item.Problem is { } leftOut)
                yield return ReadResult<Supplier>.Bad(leftOut with { EntityKind = Supplier.Kind });
            else if (SupplierMapping.IsSupplier(item.Value))
                yield return Map(item.Value, run);
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
