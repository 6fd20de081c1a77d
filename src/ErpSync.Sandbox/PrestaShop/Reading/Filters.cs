using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Applies the filters of a list. Callers hold the gate.</summary>
internal static class Filters
{
    public static IEnumerable<PrestaShopRow> Apply(PrestaShopState state, Resource resource, ApiRequest request, int[] languages)
    {
        var dates = request.Query["date"] is not (null or "" or "0");
        var filters = request.Query.Map("filter").Select(filter => Clause(state, resource, filter.Key, filter.Value, dates)).ToArray();
        if (Array.Exists(filters, filter => filter is null))
            return [];
        var (rows, done) = Candidates(state.Table(resource), filters!);
        for (var i = 0; i < filters.Length; i++)
        {
            var filter = filters[i]!.Value;
            if (i != done)
                rows = rows.Where(row => Matches(row, filter, request.Shop, languages));
        }

        return rows;
    }

    private static (Field? Field, FilterValue Value)? Clause(PrestaShopState state, Resource resource, string name, string value, bool dates)
    {
        var field = resource.Find(name, state.Edition);
        if (name is "date_add" or "date_upd" && dates && field is null)
            return state.Edition == Edition.V9 ? null : throw Refusal.Died();
        if (name != "id" && (field is null || (field.IsDate && !dates)))
            throw Refusal.BadList(state.Edition, 32, UnknownFilter(state, resource, name, dates));
        if (value.Length == 0)
            throw Refusal.BadList(state.Edition, 33, $"The filter \"{name}\" is malformed.");
        if (field is { Computed: true, Name: "new" })
            throw Refusal.Unknown("a filter on 'new'");
        if (field is { Computed: true })
            throw Refusal.BadList(state.Edition, 34, $"The field \"{name}\" is dynamic. It is not possible to filter GET query with this field.");
        return (field, FilterValue.Parse(value));
    }

    private static string UnknownFilter(PrestaShopState state, Resource resource, string name, bool dates)
    {
        string[] names = ["id", .. resource.FieldsOf(state.Edition).Where(field => !field.Localized && (dates || !field.IsDate)).Select(field => field.Name)];
        return $"This filter does not exist. Did you mean: \"{Guesses.Closest(name, names)}\"? The full list is: \"{string.Join("\", \"", names)}\"";
    }

    /// <summary>The rows that an id list or an index leaves over, and which filter that settled; all rows and -1 when nothing narrows them.</summary>
    private static (IEnumerable<PrestaShopRow> Rows, int Done) Candidates(ITable table, (Field? Field, FilterValue Value)?[] filters)
    {
        for (var i = 0; i < filters.Length; i++)
        {
            var (field, value) = filters[i]!.Value;
            if (value.Form == FilterForm.AnyOf && Narrowed(table, field, value) is { } rows)
                return (rows, i);
        }

        return (table.Rows(), -1);
    }

    private static IEnumerable<PrestaShopRow>? Narrowed(ITable table, Field? field, FilterValue value) => field switch
    {
        null => value.Values.Select(Comparing.Number).Where(id => id > 0 && id <= int.MaxValue && id == decimal.Truncate(id)).Distinct().Order().Select(id => table.Row((int)id)).OfType<PrestaShopRow>(),
        { Indexed: true, Kind: FieldKind.Int } => value.Values.Select(text => Comparing.Number(text).ToString("0.#########", CultureInfo.InvariantCulture)).Distinct().SelectMany(text => table.RowsWhere(field, text)),
        { Indexed: true } => value.Values.Select(Collation.Fold).Distinct().SelectMany(text => table.RowsWhere(field, text)),
        _ => null,
    };

    private static bool Matches(PrestaShopRow row, (Field? Field, FilterValue Value) filter, int shop, int[] languages)
    {
        var (field, value) = filter;
        if (field is null)
            return value.Matches(FieldKind.Int, Stored.Number(row.Id));
        if (!field.Localized)
            return value.Matches(field.Kind, row.Text(field.Slot, shop));
        var texts = row.Languages(field.Slot, shop);
        return Array.Exists(languages, language => value.Matches(field.Kind, PrestaShopText.Value(texts, language)));
    }
}
