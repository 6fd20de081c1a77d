using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Reads the values of rows for output, the computed ones included. Callers hold the gate.</summary>
internal static class Cells
{
    public static Cell Of(View view, PrestaShopRow row, Field field, Echo? echo)
    {
        if (echo?[field] is { } given)
            return given is string text ? new Cell(field.Name == "current_state" && text.Length > 0 ? CellKind.Number : CellKind.Text, text) : Cell.Null;
        if (field.Computed)
            return Computed(view, row, field, echo);
        var cell = Stored(view, row, field);
        return echo is { IsNew: true } && field is { Filled: true, Kind: FieldKind.Int } ? cell with { Kind = CellKind.Number } : cell;
    }

    /// <summary>The texts per language, or null when a write left the field out.</summary>
    public static string?[]? Languages(View view, PrestaShopRow row, Field field, Echo? echo) => echo?[field] switch
    {
        string?[] given => given,
        null => row.Languages(field.Slot, view.Shop) ?? [],
        _ => null,
    };

    public static Cell Integer(Edition edition, int value) =>
        new(edition == Edition.V9 ? CellKind.Number : CellKind.Text, PrestaShop.Stored.Number(value));

    private static Cell Stored(View view, PrestaShopRow row, Field field)
    {
        if (row.Text(field.Slot, view.Shop) is not { } text)
            return field.Nullable ? Cell.Null : Cell.Empty;
        if (field.Name == "shipping_method" && text == "0")
            return new Cell(CellKind.Number, "1"); // 0 leaves it to the shop's general method
        var number = field.Whole || (view.Edition == Edition.V9 && (field.Kind == FieldKind.Int || (field.Cached && row.Id == 1)));
        return new Cell(number ? CellKind.Number : CellKind.Text, text);
    }

    private static Cell Computed(View view, PrestaShopRow row, Field field, Echo? echo) => (row, field.Name) switch
    {
        (PrestaShopProduct, "new") => Cell.Null,
        (PrestaShopProduct, "quantity") => echo is { Complete: true } ? Cell.Null : Integer(view.Edition, 0),
        (PrestaShopProduct product, "id_default_image") => view.State.Images.Of(product.Id).FirstOrDefault(image => image.Cover) is { } cover ? Integer(view.Edition, cover.Id) : Cell.Empty,
        (PrestaShopProduct product, "id_default_combination") => new Cell(CellKind.Number, PrestaShop.Stored.Number(DefaultCombination(view.State, product))),
        (PrestaShopProduct product, "position_in_category") => Position(view.State, product) is > 0 and var position ? Integer(view.Edition, position) : Cell.Empty,
        (PrestaShopProduct product, "manufacturer_name") => view.State.Manufacturers.Find(product.ManufacturerId) is { } manufacturer ? new Cell(CellKind.Text, manufacturer.Name) : Cell.False,
        (PrestaShopProduct product, "type") => new Cell(CellKind.Text, product["cache_is_pack"] == "1" ? "pack" : product["is_virtual"] == "1" ? "virtual" : "simple"),
        (PrestaShopCategory category, "nb_products_recursive") => Integer(view.Edition, echo is null ? CountProducts(view.State, category, []) : -1),
        (PrestaShopManufacturer manufacturer, "link_rewrite") => new Cell(CellKind.Text, Slug.From(manufacturer.Name)),
        _ => Stored(view, row, field),
    };

    private static int DefaultCombination(PrestaShopState state, PrestaShopProduct product) =>
        state.Combinations.Where("id_product", product.Id).FirstOrDefault(combination => combination.Default)?.Id ?? 0;

    private static int Position(PrestaShopState state, PrestaShopProduct product) =>
        state.Categories.Find(product.DefaultCategoryId) is { } category ? category.Products.IndexOf(product.Id) + 1 : 0;

    private static int CountProducts(PrestaShopState state, PrestaShopCategory category, HashSet<int> seen)
    {
        seen.UnionWith(category.Products);
        foreach (var child in state.Categories.Where("id_parent", category.Id.ToString(CultureInfo.InvariantCulture)))
            CountProducts(state, child, seen);
        return seen.Count;
    }
}
