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
        return filters.Aggregate(Candidates(state.Table(resource), filters!), (rows, filter) => rows.Where(row => Matches(row, filter!.Value, request.Shop, languages)));
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

    /// <summary>The rows that an id list or an index leaves over; all rows when nothing narrows them.</summary>
    private static IEnumerable<PrestaShopRow> Candidates(ITable table, (Field? Field, FilterValue Value)?[] filters)
    {
        foreach (var filter in filters)
        {
            var (field, value) = filter!.Value;
            if (value.Form != FilterForm.AnyOf)
                continue;
            if (field is null)
                return value.Values.Select(text => (int)Math.Clamp(Comparing.Number(text), int.MinValue, int.MaxValue)).Distinct().Order().Select(table.Row).OfType<PrestaShopRow>();
            if (field is { Indexed: true, Kind: FieldKind.Int })
                return value.Values.Select(text => Comparing.Number(text).ToString("0", CultureInfo.InvariantCulture)).Distinct().SelectMany(text => table.RowsWhere(field, text));
            if (field is { Indexed: true })
                return value.Values.Select(Collation.Fold).Distinct().SelectMany(text => table.RowsWhere(field, text));
        }

        return table.Rows();
    }

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
