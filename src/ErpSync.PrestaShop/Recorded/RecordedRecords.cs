using ErpSync.Http;
using ErpSync.PrestaShop.Categories;
using ErpSync.PrestaShop.Products;
using ErpSync.PrestaShop.Stock;
using ErpSync.PrestaShop.Variants;

namespace ErpSync.PrestaShop;

/// <summary>Turns the rows of recorded answers into records where the connector serves the kind and the answer holds enough of it.</summary>
internal static class RecordedRecords
{
    private static readonly PrestaShopOptions Options = new();

    /// <summary>The shop that the recordings were taken from, as far as reading needs it.</summary>
    public static ShopData Shop { get; } = new()
    {
        Version = new Version(9, 1, 4),
        Languages = [new ShopLanguage(1, "en", true), new ShopLanguage(2, "fr", true)],
        Currency = new CurrencyCode("EUR"),
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var paris) ? paris : TimeZoneInfo.Utc,
        Currencies = [new ShopCurrency(1, new CurrencyCode("EUR"), 1, true), new ShopCurrency(2, new CurrencyCode("USD"), 1.2m, true)],
        Length = new LengthUnit(1m),
        Weight = new WeightUnit(1m),
        Taxes = TaxTable.Read([], [], [], "FR"),
        RootCategory = 1,
        HomeCategory = 2,
        ShopId = 1,
        ShopGroupId = null,
        Shops = 1,
        InstanceId = "recorded",
        Settings = new Dictionary<string, string>(StringComparer.Ordinal),
    };

    /// <summary>Reads the rows of an answer.</summary>
    public static WireOutcome Read(string resource, IReadOnlyList<WireRow> rows, string connection)
    {
        var problems = new List<SyncProblem>();
        var labels = new List<string>();
        foreach (var row in rows)
        {
            if (row.Id == 0 && !row.Fields.Any())
                problems.Add(new SyncProblem(ProblemKind.Unreadable, PrestaShopCodes.ValueUnreadable, "A row has no fields.") { Connection = connection });
            var (label, problem) = One(resource, row, connection);
            if (problem is not null)
                problems.Add(problem);
            else if (labels.Count < 3)
                labels.Add(label);
        }

        return new WireOutcome.Read(rows.Count, rows.Count == 0 ? "an empty list" : $"{rows.Count} {resource}: {string.Join("; ", labels)}", problems);
    }

    private static (string Label, SyncProblem? Problem) One(string resource, WireRow row, string connection) => resource switch
    {
        "products" when Has(row, "reference", "price", "name", "date_upd") => Map(row, connection, one => ProductMapping.Read(one, Shop, Options)),
        "categories" when Has(row, "id_parent", "name", "date_upd") => Map(row, connection, one => CategoryMapping.Read(one, Tree(one), Shop)),
        "combinations" when Has(row, "id_product", "reference", "price") => Map(row, connection, one => VariantMapping.Read(one, default(ProductBase), OptionCatalog.Numbered(one), Shop)),
        "stock_availables" when Has(row, "id_product", "id_product_attribute", "quantity") => Map(row, connection, StockMapping.Read),
        "specific_prices" when Has(row, "id_product", "price", "reduction_type") => Map(row, connection, one => Prices.PriceMapping.Read(one, new Prices.OwnPrice(100, [new TaxRate(20)]), Names(one), Shop)),
        "manufacturers" when Has(row, "name", "date_upd") => Map(row, connection, one => Company(one, Companies.CompanyKinds.Manufacturers(null))),
        "suppliers" when Has(row, "name", "date_upd") => Map(row, connection, one => Company(one, Companies.CompanyKinds.Suppliers(null))),
        "product_suppliers" when Has(row, "id_product", "id_supplier") => Map(row, connection, one => Supply.SupplyMapping.Read(one, new Dictionary<long, string> { [one.Whole("id_supplier") ?? 0] = "supplier" }, Shop)),
        _ when RecordedSales.One(resource, row, connection) is { } sales => sales,
        _ => ($"{row.Id} {row.Filled("reference") ?? row.Filled("name") ?? row.Filled("iso_code")}".Trim(), null),
    };

    private static (string Label, SyncProblem? Problem) Map<T>(WireRow row, string connection, Func<WireRow, Remote<T>> map)
        where T : class, IEntity
    {
        var result = Rows.Map(new JsonItem<WireRow>(0, row, null), connection, map);
        return result.Record is { } record ? ($"{record.Id} {record.Label}".Trim(), null) : ("", result.Problem);
    }

    private static bool Has(WireRow row, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (!row.Fields.Contains(field))
                return false;
        }

        return true;
    }

    private static Prices.PriceNames Names(WireRow row) => Prices.PriceNames.Numbered(row);

    private static Remote<T> Company<T>(WireRow row, Companies.CompanyKind<T> kind)
        where T : class, IEntity
    {
        var value = kind.Read(row, Shop);
        return new Remote<T>(RemoteId.From(row.Id), value) { Label = kind.Name(value), ModifiedAt = LocalTime.ToInstant(row.Text("date_upd"), Shop.Zone) };
    }

    private static CategoryTree Tree(WireRow row)
    {
        var tree = new CategoryTree();
        tree.Add(row, Shop);
        return tree;
    }
}
