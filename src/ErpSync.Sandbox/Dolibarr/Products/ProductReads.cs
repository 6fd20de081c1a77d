using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Reading products.</summary>
internal sealed class ProductReads(DolibarrState state)
{
    private const string ListPlace = "api_products.class.php:296";

    public Answer One(ApiCall call, DolibarrProduct? found)
    {
        var product = found ?? throw NotFound();
        var view = new ProductView(product, state, call.Flag("includestockdata"), call.Flag("includetrans"));
        return Answer.Of(writer => ProductJson.Write(writer, view, null, w =>
        {
            if (call.Flag("includesubproducts"))
            {
                w.WritePropertyName("sousprods");
                w.WriteEmptyArray();
            }

            if (!call.Flag("includeparentid"))
                return;
            if (state.Variants.FirstOrDefault(v => v.ChildId == product.Id) is { } variant)
                w.WriteNumber("fk_product_parent", variant.ParentId);
            else
                w.WriteNull("fk_product_parent");
        }));
    }

    public Answer List(ApiCall call)
    {
        var request = ListRequest.From(call, state, "t.ref");
        var rows = Matching(call, request);
        var page = request.Cut(rows);
        if (page.Count == 0 && state.Is18)
            throw new RestException(404, "No product found") { Place = "api_products.class.php:280" };
        if (request.WithPagination && request.Limit == 0)
            return Answer.Html(500, "");
        (int, int, int)? pagination = request.WithPagination ? (rows.Count, request.Page, request.Limit) : null;
        if (call.Flag("ids_only"))
            return new ListAnswer<DolibarrProduct>(page, static (w, p) => w.WriteStringValue(Numbers.Text(p.Id))) { Pagination = pagination };
        if (page.Any(static product => product.FailsToLoad))
            page = [.. page.Where(static product => !product.FailsToLoad)];
        var withStock = call.Flag("includestockdata");
        return new ListAnswer<DolibarrProduct>(page, (w, p) => ProductJson.Write(w, new ProductView(p, state, withStock, WithTranslations: true), request.Properties)) { Pagination = pagination };
    }

    public Answer Stock(ApiCall call, int id)
    {
        var product = state.Products.Find(id) ?? throw NotFound();
        var chosen = call.Int("selected_warehouse_id", 0);
        var levels = product.Levels.Where(l => chosen == 0 || l.WarehouseId == chosen).ToList();
        return Answer.Of(writer =>
        {
            writer.WriteStartObject();
            if (!state.Is18)
            {
                writer.WritePropertyName("stock_reel");
                writer.WriteRawValue(Numbers.Short(product.Stock ?? 0m));
                writer.WritePropertyName("stock_theorique");
                writer.WriteRawValue(Numbers.Short(VirtualStock.Of(state, product)));
            }

            writer.WritePropertyName("stock_warehouses");
            ProductFields.WriteWarehouses(writer, levels);
            writer.WriteEndObject();
        });
    }

    /// <summary>A list of full products outside of the products endpoint.</summary>
    public Answer Full(IReadOnlyList<DolibarrProduct> products, bool withStock, bool withTranslations, IReadOnlySet<string>? properties = null) =>
        new ListAnswer<DolibarrProduct>(products, (Utf8JsonWriter w, DolibarrProduct p) => ProductJson.Write(w, new ProductView(p, state, withStock, withTranslations), properties));

    public static RestException NotFound() => new(404, "Product not found") { Place = "api_products.class.php:2436" };

    private IReadOnlyList<DolibarrProduct> Matching(ApiCall call, ListRequest request)
    {
        var columns = ProductColumns.For(state);
        var tests = new List<Func<DolibarrProduct, bool>>();
        IReadOnlyCollection<DolibarrProduct>? few = null;
        if (request.Filter is not null)
        {
            var node = FilterParser.Parse(request.Filter, state.LocalNow, "api_products.class.php:246");
            tests.Add(columns.Compile(node, "product", ListPlace));
            few = ProductCandidates.Find(node, state.Products);
        }

        var mode = call.Int("mode", 0);
        if (mode is 1 or 2)
            tests.Add(p => p.Type == mode - 1);
        if (call.Int("category", 0) is var category and > 0)
        {
            var links = state.Categories.Find(category)?.Links;
            tests.Add(p => links?.ContainsKey(p.Id) == true);
        }

        if (VariantTest(call.Int("variant_filter", 0)) is { } isWanted)
            tests.Add(isWanted);
        return Sort(request, columns, few, p => tests.TrueForAll(test => test(p)), tests.Count == 0);
    }

    private IReadOnlyList<DolibarrProduct> Sort(
        ListRequest request, Columns<DolibarrProduct> columns, IReadOnlyCollection<DolibarrProduct>? few, Predicate<DolibarrProduct> isWanted, bool wantsAll)
    {
        var order = columns.Order(request.SortField, request.SortOrder, p => p.Id, "product", ListPlace);
        var isAscending = string.Equals(request.SortOrder, "ASC", StringComparison.OrdinalIgnoreCase);
        if (few is null && isAscending && request.SortField is "t.ref" or "t.rowid")
        {
            IEnumerable<DolibarrProduct> sorted = request.SortField == "t.ref" ? state.Products.SortedByRef : state.Products.Rows;
            return wantsAll ? [.. sorted] : [.. sorted.Where(p => isWanted(p))];
        }

        var rows = (few ?? (IEnumerable<DolibarrProduct>)state.Products.Rows).Where(p => isWanted(p)).ToList();
        rows.Sort(order);
        return rows;
    }

    private Func<DolibarrProduct, bool>? VariantTest(int filter)
    {
        if (filter is < 1 or > 3)
            return null;
        var parents = state.Variants.Select(v => v.ParentId).ToHashSet();
        var children = state.Variants.Select(v => v.ChildId).ToHashSet();
        return filter switch
        {
            1 => p => !children.Contains(p.Id) && !parents.Contains(p.Id),
            2 => p => parents.Contains(p.Id),
            _ => p => children.Contains(p.Id),
        };
    }
}
