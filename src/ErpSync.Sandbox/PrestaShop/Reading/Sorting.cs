namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Sorts a list; without a sort the rows come as the real database returns them, which is not by id.</summary>
internal static class Sorting
{
    public static IEnumerable<PrestaShopRow> Apply(PrestaShopState state, Resource resource, ApiRequest request, IEnumerable<PrestaShopRow> rows, int[] languages)
    {
        var sort = request.Query["sort"];
        if (string.IsNullOrEmpty(sort))
            return Unsorted(state, resource, request, rows);
        var dates = request.Query["date"] is not (null or "" or "0");
        var names = sort.StartsWith('[') && sort.EndsWith(']') ? sort[1..^1].Split(',') : [sort];
        IOrderedEnumerable<PrestaShopRow>? ordered = null;
        foreach (var name in names)
        {
            var direction = name.EndsWith("_ASC", StringComparison.OrdinalIgnoreCase) ? 4 : name.EndsWith("_DESC", StringComparison.OrdinalIgnoreCase) ? 5 : 0;
            if (direction == 0)
                throw Refusal.BadList(state.Edition, 37, "The \"sort\" value has to be formed as this example: \"field_ASC\" or '[field_1_DESC,field_2_ASC,field_3_ASC,...]' (\"field\" has to be an available field)");
            var column = name[..^direction];
            var field = resource.Find(column, state.Edition);
            if (column != "id" && (field is null || (field.IsDate && !dates)))
                throw Refusal.BadList(state.Edition, 38, Unsortable(state, resource, dates));
            if (field is { Computed: true })
                throw Refusal.Unknown($"a sort by the computed field '{column}'");
            var comparer = new ColumnComparer(field, request.Shop, languages[0], descending: direction == 5);
            ordered = ordered is null ? rows.Order(comparer) : ordered.ThenBy(row => row, comparer);
        }

        return ordered ?? rows;
    }

    private static string Unsortable(PrestaShopState state, Resource resource, bool dates)
    {
        var fields = resource.FieldsOf(state.Edition);
        var plain = fields.Where(field => !field.Localized && (dates || !field.IsDate)).Select(field => field.Name);
        var localized = fields.Where(field => field.Localized).Select(field => field.Name);
        return $"Unable to filter by this field. However, these are available: {string.Join(", ", plain.Prepend("id"))}, for i18n fields:{string.Join(", ", localized)}";
    }

    private static IEnumerable<PrestaShopRow> Unsorted(PrestaShopState state, Resource resource, ApiRequest request, IEnumerable<PrestaShopRow> rows)
    {
        if (request.Query.Map("filter").Any(filter => filter.Key == "id"))
            return rows;
        return resource.Name switch
        {
            "products" when state.Edition != Edition.V9 && request.Query.Map("filter").Any(filter => filter.Key == "reference") => rows.OrderBy(row => row["reference"], StringComparer.Ordinal),
            "products" => rows.Cast<PrestaShopProduct>().OrderBy(row => row["indexed"] == "1").ThenBy(row => row.Active).ThenBy(row => row.Id),
            "combinations" when request.Query.Map("filter").Any() => rows.Cast<PrestaShopCombination>().OrderBy(row => row.Default),
            "configurations" => rows.OrderBy(row => row["name"], StringComparer.Ordinal),
            _ => rows,
        };
    }

    private sealed class ColumnComparer(Field? field, int shop, int language, bool descending) : IComparer<PrestaShopRow>
    {
        public int Compare(PrestaShopRow? x, PrestaShopRow? y)
        {
            var order = field switch
            {
                null => x!.Id.CompareTo(y!.Id),
                { Localized: true } => Collation.Compare(PrestaShopText.Value(x!.Languages(field.Slot, shop), language), PrestaShopText.Value(y!.Languages(field.Slot, shop), language)),
                _ => Comparing.Compare(field.Kind, x!.Text(field.Slot, shop), y!.Text(field.Slot, shop) ?? ""),
            };
            return descending ? -order : order;
        }
    }
}
