using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads variations.</summary>
internal sealed class VariantReader(WooSession session, VariantRows rows)
    : IKind<ProductVariant>, IReader<ProductVariant>, IChangeReader<ProductVariant>, ILister<ProductVariant>, IFinder<ProductVariant>, IKeyFinder<ProductVariant>, ITokenFinder<ProductVariant>
{
    public string KeyName => "reference";

    public KindProfile<ProductVariant> Profile
    {
        get
        {
            var setup = session.Setup;
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(ProductVariant.Reference), nameof(ProductVariant.Options), nameof(ProductVariant.PriceNet), nameof(ProductVariant.Barcode), nameof(ProductVariant.WeightKg), nameof(ProductVariant.SalePriceNet),
                nameof(ProductVariant.SaleFrom), nameof(ProductVariant.SaleUntil), nameof(ProductVariant.Active), nameof(ProductVariant.CountsStock), nameof(ProductVariant.Backorders), nameof(ProductVariant.LowStock),
                nameof(ProductVariant.Custom),
            };
            if (setup.CustomFields.Count == 0)
                read.Remove(nameof(ProductVariant.Custom));
            if (!setup.HasGtin)
                read.Remove(nameof(ProductVariant.Barcode));
            return new KindProfile<ProductVariant>
            {
                ReadFields = read,
                Normalise = value => VariantMapping.Normalise(value, setup),
                DateTrust = DateTrust.Partial,
                FindBatch = 100,
                WriteBatch = 100,
                WriteTimeout = session.Options.AttemptTimeout,
                UniqueKey = "reference",
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductVariant>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in rows.AllAsync(run, cancellationToken))
            yield return await MapAsync(item, run, cancellationToken);
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<ProductVariant>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in rows.ChangedAsync(run, ProductVariant.Kind, run.Since(cursor), cancellationToken))
            yield return await MapAsync(item, run, cancellationToken);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (run.Setup.HasVariationsRoute)
        {
            foreach (var row in await session.Variations.ListAsync(ProductVariant.Kind, run, "", cancellationToken))
                yield return new Listed(VariantId.Of(row.Parent, row.Id));
            yield break;
        }

        // Before 10.3 the products tell the numbers of their variations.
        await foreach (var item in session.Pager.ReadAsync("products?type=variable&_fields=id,variations", (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
        {
            if (item.Problem is not null)
                throw new ConnectorException(item.Problem);
            foreach (var variation in item.Value.Get("variations").Items())
                yield return new Listed(VariantId.Of(item.Value.Whole("id") ?? 0, variation.AsWhole() ?? 0));
        }
    }

    public async IAsyncEnumerable<ReadResult<ProductVariant>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in rows.FindAsync(run, ids.Select(VariantId.Parse).OfType<(long, long)>(), cancellationToken))
            yield return await MapAsync(item, run, cancellationToken);
    }

    public async IAsyncEnumerable<ReadResult<ProductVariant>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);

        // The list of products finds variations by SKU, too; what it shows of them is not whole, so they are read again.
        foreach (var some in keys.Chunk(50))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            var found = new List<(long, long)>();
            await foreach (var item in session.Pager.ReadAsync($"products?context=edit&_fields=id,type,sku,parent_id&sku={Uri.EscapeDataString(string.Join(',', some))}", (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
            {
                if (item.Problem is null && item.Value.Text("type") == "variation" && wanted.Contains(item.Value.Text("sku") ?? ""))
                    found.Add((item.Value.Whole("parent_id") ?? 0, item.Value.Whole("id") ?? 0));
            }

            await foreach (var item in rows.FindAsync(run, found, cancellationToken))
                yield return await MapAsync(item, run, cancellationToken);
        }
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (run.Setup.HasVariationsRoute)
            return await Tokens.FindAsync(session, "variations?context=edit&_fields=id,parent_id,meta_data", tokens, static row => VariantId.Of(row.Whole("parent_id") ?? 0, row.Whole("id") ?? 0), cancellationToken);
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        var parents = new List<long>();
        await foreach (var item in session.Pager.ReadAsync("products?type=variable&_fields=id", (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
            parents.Add(item.Problem is null ? item.Value.Whole("id") ?? 0 : throw new ConnectorException(item.Problem));
        foreach (var parent in parents)
        {
            foreach (var (token, id) in await Tokens.FindAsync(session, $"products/{JsonValues.Invariant(parent)}/variations?context=edit&_fields=id,meta_data", tokens, row => VariantId.Of(parent, row.Whole("id") ?? 0), cancellationToken))
                found.TryAdd(token, id);
        }

        return found;
    }

    private async ValueTask<ReadResult<ProductVariant>> MapAsync(JsonItem<ProductRow> item, WooRun run, CancellationToken cancellationToken)
    {
        var parentClass = item.Value is { } row ? await rows.ParentClassAsync(run, row, cancellationToken) : null;
        return Results.Map<ProductVariant, ProductRow>(item, found => VariantMapping.Read(found, run.Setup, parentClass));
    }
}
