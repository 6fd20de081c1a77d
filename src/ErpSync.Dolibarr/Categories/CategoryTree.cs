using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>The names and parents of all categories of products: what paths are built from. Safe for parallel use.</summary>
internal sealed class CategoryTree
{
    private const int DeepestPath = 50;
    private readonly Lock _gate = new();
    private readonly Dictionary<long, (long? Parent, string Label)> _nodes = [];

    /// <summary>The ids, in order.</summary>
    public IReadOnlyList<long> Ids
    {
        get
        {
            lock (_gate)
                return [.. _nodes.Keys.Order()];
        }
    }

    public static async Task<CategoryTree> LoadAsync(DolibarrClient client, CancellationToken cancellationToken)
    {
        var tree = new CategoryTree();
        await foreach (var item in ReadAsync(client, "limit=0", cancellationToken))
        {
            if (item.Value is { } row)
                tree.Put(row);
        }

        return tree;
    }

    /// <summary>Streams rows of categories of products.</summary>
    public static IAsyncEnumerable<JsonItem<CategoryRow>> ReadAsync(DolibarrClient client, string query, CancellationToken cancellationToken) =>
        client.StreamAsync(Call.Get($"categories?type=product&sortfield=t.rowid&sortorder=ASC&{query}&properties={CategoryRow.Properties}"), Parse, cancellationToken);

    public void Put(CategoryRow row)
    {
        lock (_gate)
            _nodes[row.Id] = (row.ParentId, row.Label);
    }

    public void Remove(long id)
    {
        lock (_gate)
            _nodes.Remove(id);
    }

    /// <summary>The names from the top down to the category, joined by <c> / </c>; a loop or a lost parent ends the path.</summary>
    public string Path(long id)
    {
        var names = new List<string>();
        lock (_gate)
        {
            long? next = id;
            while (next is { } at && names.Count < DeepestPath && _nodes.TryGetValue(at, out var node))
            {
                names.Add(node.Label);
                next = node.Parent == at ? null : node.Parent;
            }
        }

        names.Reverse();
        return string.Join(" / ", names);
    }

    private static CategoryRow Parse(ref Utf8JsonReader item) => CategoryRow.Read(JsonElement.ParseValue(ref item));
}
