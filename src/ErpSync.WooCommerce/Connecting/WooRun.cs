using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>One run: the setup, and what several kinds share so that it is asked for once.</summary>
internal sealed class WooRun
{
    private const int MostKept = 500;
    private readonly ConcurrentDictionary<string, ChangedRows> _changed = new(StringComparer.Ordinal);

    public WooRun(WooSession session, ShopSetup setup, DateTimeOffset now)
    {
        Session = session;
        Setup = setup;
        Cursor = new ShopCursor(now);
        Categories = new Lazily<CategoryTree>(token => CategoryTree.LoadAsync(session, token));
        Tags = new TermBook(session, "products/tags");
        Brands = new TermBook(session, "products/brands");
        Attributes = new AttributeBook(session);
    }

    public WooSession Session { get; }

    public ShopSetup Setup { get; }

    /// <summary>The moment at which the run began, by the shop's clock.</summary>
    public ShopCursor Cursor { get; }

    public DateTimeOffset? ToldTime { get; init; }

    public Lazily<CategoryTree> Categories { get; }

    public TermBook Tags { get; }

    public TermBook Brands { get; }

    public AttributeBook Attributes { get; }

    /// <summary>The filter for what changed since a cursor: naive UTC with the flag, never both a zone and the flag; reaching back, because dates have whole seconds and a write may be dated before its answer.</summary>
    public string Since(string cursor) => Since(ShopCursor.Parse(cursor, Session.Client.Connection).Time);

    public string Since(DateTimeOffset time) => $"modified_after={Uri.EscapeDataString(JsonValues.Naive(time - Session.Options.Overlap))}&dates_are_gmt=true";

    /// <summary>The rows that changed since a cursor. Several kinds of one run share one answer while it is small; a kind that asks again gets it read again.</summary>
    public async IAsyncEnumerable<JsonItem<T>> ChangedAsync<T>(EntityKind kind, string path, string filter, JsonItemParser<T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = $"{typeof(T).Name} {path} {filter}";
        if (_changed.TryGetValue(key, out var known) && known.Kinds.TryAdd(kind, 0))
        {
            foreach (JsonItem<T> item in known.Rows)
                yield return item;
            yield break;
        }

        var rows = new List<object>();
        await foreach (var item in Session.Pager.ReadAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{filter}", parse, cancellationToken))
        {
            if (rows.Count <= MostKept)
                rows.Add(item);
            yield return item;
        }

        if (rows.Count <= MostKept)
            _changed[key] = new ChangedRows(rows, new ConcurrentDictionary<EntityKind, byte> { [kind] = 0 });
    }

    private sealed record ChangedRows(IReadOnlyList<object> Rows, ConcurrentDictionary<EntityKind, byte> Kinds);
}
