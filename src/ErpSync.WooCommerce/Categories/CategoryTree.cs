using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>All categories of the shop, as one listing showed them.</summary>
internal sealed class CategoryTree
{
    private readonly Dictionary<long, CategoryRow> _rows;

    private CategoryTree(IEnumerable<CategoryRow> rows) => _rows = rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id);

    /// <summary>The category that products without one land in; 0 when it is not known.</summary>
    public long Default { get; private init; }

    public IEnumerable<CategoryRow> Rows => _rows.Values.Where(row => row.Id != Default).OrderBy(row => row.Id);

    public static async Task<CategoryTree> LoadAsync(WooSession session, CancellationToken cancellationToken)
    {
        var rows = new List<CategoryRow>();
        await foreach (var item in session.Pager.ReadAsync("products/categories?_fields=id,name,slug,parent,description", (ref Utf8JsonReader row) => CategoryRow.Parse(ref row), cancellationToken))
            rows.Add(item.Value ?? throw new ConnectorException(item.Problem!));
        return new CategoryTree(rows) { Default = session.Options.DefaultCategory ?? rows.FirstOrDefault(row => row.Slug == "uncategorized")?.Id ?? 0 };
    }

    public CategoryRow? Find(long id) => _rows.GetValueOrDefault(id);

    /// <summary>The names from the top down.</summary>
    public string Path(CategoryRow row)
    {
        var names = new List<string> { row.Name };
        var seen = new HashSet<long> { row.Id };
        for (var above = Find(row.Parent); above is not null && seen.Add(above.Id); above = Find(above.Parent))
            names.Insert(0, above.Name);
        return string.Join(" / ", names);
    }
}
