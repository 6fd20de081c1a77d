using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads products; variations are a kind of their own.</summary>
internal sealed class ProductReader(WooSession session) : IReader<Product>, IChangeReader<Product>, ILister<Product>, IFinder<Product>, IKeyFinder<Product>, ITokenFinder<Product>
{
    /// <summary>The list with all fields, as they are for editing: unrendered.</summary>
    public const string List = "products?context=edit&_fields=" + ProductRow.Fields;

    private readonly JsonItemParser<ProductRow> _parse = Parser(session.Setup.CustomFields);

    public string KeyName => "reference";

    /// <summary>Makes rows; what is pooled is given back at once, so that a page leaves nothing behind but its rows.</summary>
    public static JsonItemParser<ProductRow> Parser(IReadOnlyList<string> customFields) => (ref Utf8JsonReader item) =>
    {
        using var document = JsonDocument.ParseValue(ref item);
        return ProductRow.Read(document.RootElement, customFields);
    };

    public async IAsyncEnumerable<ReadResult<Product>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var uncategorized = await DefaultAsync(run, cancellationToken);
        await foreach (var item in session.Pager.ReadAsync(List, _parse, cancellationToken))
            yield return Map(item, run, uncategorized);
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<Product>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var since = run.Since(cursor);
        var uncategorized = await DefaultAsync(run, cancellationToken);
        await foreach (var item in run.ChangedAsync(Product.Kind, List, since, _parse, cancellationToken))
            yield return Map(item, run, uncategorized);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var row in await session.Products.ListAsync(Product.Kind, run, "", cancellationToken))
            yield return new Listed(RemoteId.From(row.Id));
    }

    public async IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var uncategorized = await DefaultAsync(run, cancellationToken);
        await foreach (var item in RowFinder.FindAsync(session, List, RowFinder.Numbers(ids), _parse, cancellationToken))
            yield return Map(item, run, uncategorized);
    }

    public async IAsyncEnumerable<ReadResult<Product>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var uncategorized = await DefaultAsync(run, cancellationToken);

        // The parameter takes several with commas between them, so a SKU with a comma is asked for by its parts and compared whole.
        foreach (var some in keys.Chunk(50))
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            await foreach (var item in session.Pager.ReadAsync($"{List}&sku={Uri.EscapeDataString(string.Join(',', some))}", _parse, cancellationToken))
            {
                if (item.Value is null || (item.Value.Type != "variation" && wanted.Contains(item.Value.Sku ?? "")))
                    yield return Map(item, run, uncategorized);
            }
        }
    }

    public Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken) =>
        Tokens.FindAsync(session, $"products?context=edit&include_meta={Tokens.Key}&_fields=id,meta_data", tokens, row => RemoteId.From(row.Whole("id") ?? 0), cancellationToken);

    public static ReadResult<Product> Map(JsonItem<ProductRow> item, WooRun run, long uncategorized) => Results.Map<Product, ProductRow>(item, row => ProductMapping.Read(row, run.Setup, uncategorized));

    /// <summary>The category that stands for none.</summary>
    public static async ValueTask<long> DefaultAsync(WooRun run, CancellationToken cancellationToken) =>
        run.Session.Options.DefaultCategory ?? (await run.Categories.GetAsync(cancellationToken)).Default;
}
