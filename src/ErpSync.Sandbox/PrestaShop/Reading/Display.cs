namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Turns display and language of a query into a view.</summary>
internal static class Display
{
    public static View Of(PrestaShopState state, Resource resource, ApiRequest request, bool single)
    {
        var (languages, named) = Languages(state, request.Query["language"]);
        if (request.Query.Has("price"))
            throw Refusal.Unknown("computed prices (price[...])");
        var fields = resource.FieldsOf(state.Edition);
        var view = new View(state, resource, request.ApiRoot)
        {
            Fields = fields,
            Associations = View.All(resource),
            Languages = languages,
            LanguagesNamed = named,
            Shop = request.Shop,
        };
        return request.Query["display"] switch
        {
            "full" => view,
            null or "" or "minimum" => single ? view with { DropFalsy = state.Edition != Edition.V17 } : view with { IdsOnly = true },
            var list => Selected(view, list),
        };
    }

    private static View Selected(View view, string list)
    {
        var names = Split(list.StartsWith('[') && list.EndsWith(']') ? list[1..^1] : list);
        var (fields, associations, showId) = (new HashSet<string>(StringComparer.Ordinal), new List<(Association, string[])>(), false);
        foreach (var (name, inner) in names)
        {
            if (inner is not null && view.Resource.Associations.FirstOrDefault(association => association.Name == name) is { } association)
                associations.Add((association, Split(inner).ConvertAll(part => part.Name).ToArray()));
            else if (inner is null && name == "id")
                showId = true;
            else if (inner is null && view.Resource.Find(name, view.Edition) is not null)
                fields.Add(name);
            else
                throw Refused(view, name);
        }

        return view with { ShowId = showId, Fields = [.. view.Fields.Where(field => fields.Contains(field.Name))], Associations = associations };
    }

    private static Refusal Refused(View view, string name) => view.Resource.Associations.Any(association => association.Name == name)
        ? Refusal.Unknown($"display of the association '{name}' without sub-fields")
        : Refusal.BadList(view.Edition, 35, $"Unable to display this field \"{name}\". However, these are available: id, {string.Join(", ", view.Fields.Select(field => field.Name))}");

    /// <summary>Splits at commas outside of brackets, into names and what stands in brackets behind them.</summary>
    private static List<(string Name, string? Inner)> Split(string list)
    {
        var (parts, depth, start) = (new List<(string, string?)>(), 0, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            if (i < list.Length && list[i] == '[')
                depth++;
            if (i < list.Length && list[i] == ']')
                depth--;
            if (i < list.Length && (list[i] != ',' || depth > 0))
                continue;
            var part = list[start..i].Trim();
            var bracket = part.IndexOf('[');
            parts.Add(bracket < 0 ? (part, null) : (part[..bracket], part[(bracket + 1)..].TrimEnd(']')));
            start = i + 1;
        }

        return parts;
    }

    private static (int[] Languages, bool Named) Languages(PrestaShopState state, string? wanted)
    {
        var all = state.Languages.Select(language => language.Id).ToArray();
        if (wanted is null)
            return (all, false);
        var parts = wanted.StartsWith('[') && wanted.EndsWith(']') ? wanted[1..^1].Split('|', ',') : [wanted];
        var ids = parts.Select(part => int.TryParse(part, out var id) ? id : 0).ToArray();
        ApiError unavailable = new(81, "language is not available");
        if (ids.Contains(0))
            throw new Refusal(400, new ApiError(79, "language value is wrong"), unavailable);
        return ids.All(all.Contains) ? (ids, true) : throw new Refusal(400, unavailable);
    }
}
