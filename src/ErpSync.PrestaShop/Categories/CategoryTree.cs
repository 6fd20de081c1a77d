namespace ErpSync.PrestaShop.Categories;

/// <summary>The tree of categories: names and parents, for paths and for what must not be done to it.</summary>
internal sealed class CategoryTree
{
    private const int Deepest = 100;

    private readonly Dictionary<long, (long Parent, string Name, bool IsRoot)> _nodes = [];

    /// <summary>Reads the tree, in one request.</summary>
    public static async Task<CategoryTree> ReadAsync(PrestaShopClient client, ShopData shop, CancellationToken cancellationToken)
    {
        var tree = new CategoryTree();
        await foreach (var item in new Listing(CategoryRow.Resource, CategoryRow.ListedFields).ReadAsync(client, cancellationToken))
        {
            if (item.Value is { } row)
                tree.Add(row, shop);
        }

        return tree;
    }

    /// <summary>Adds a category.</summary>
    public void Add(WireRow row, ShopData shop) =>
        _nodes[row.Id] = (CategoryRow.Parent(row), Translations.Main(Translations.Read(row, "name", shop), shop) ?? "", CategoryRow.IsRoot(row, shop));

    /// <summary>True for a category that is not a record, or that is not there.</summary>
    public bool IsRoot(long id) => !_nodes.TryGetValue(id, out var node) || node.IsRoot;

    /// <summary>The names from the top down to a category. A loop, which a broken tree may have, ends the path.</summary>
    public string? Path(long id)
    {
        var names = new List<string>();
        var seen = new HashSet<long>();
        for (var at = id; seen.Count < Deepest && seen.Add(at) && _nodes.TryGetValue(at, out var node) && !node.IsRoot; at = node.Parent)
            names.Add(node.Name);
        names.Reverse();
        return names.Count == 0 ? null : string.Join(" / ", names);
    }

    /// <summary>True when one category is another or lies beneath it.</summary>
    public bool IsWithin(long id, long above)
    {
        var seen = new HashSet<long>();
        for (var at = id; seen.Count < Deepest && seen.Add(at); at = _nodes.TryGetValue(at, out var node) ? node.Parent : 0)
        {
            if (at == above)
                return true;
        }

        return false;
    }

    /// <summary>How deep a category lies; the deepest are deleted first.</summary>
    public int Depth(long id)
    {
        var depth = 0;
        for (var at = id; depth < Deepest && _nodes.TryGetValue(at, out var node) && !node.IsRoot; at = node.Parent)
            depth++;
        return depth;
    }

    /// <summary>The categories directly beneath one.</summary>
    public IEnumerable<long> Children(long id) => _nodes.Where(node => node.Value.Parent == id && node.Key != id).Select(node => node.Key);
}
