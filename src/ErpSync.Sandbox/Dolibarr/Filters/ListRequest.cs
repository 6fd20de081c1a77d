namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The parameters that every list knows: sorting, paging, filter, properties.</summary>
internal sealed record ListRequest(string SortField, string SortOrder, int Limit, int Page, string? Filter, IReadOnlySet<string>? Properties, bool WithPagination)
{
    public static ListRequest From(ApiCall call, DolibarrState state, string sortField, int limit = 100)
    {
        var properties = call.Parameter("properties");
        return new ListRequest(
            call.Parameter("sortfield") is { Length: > 0 } field ? field : sortField,
            call.Parameter("sortorder") is { Length: > 0 } order ? order : "ASC",
            call.Int("limit", limit),
            Math.Max(0, call.Int("page", 0)),
            call.Parameter("sqlfilters") is { Length: > 0 } filter ? filter : null,
            state.Is18 || string.IsNullOrEmpty(properties) ? null : properties.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal),
            call.Flag("pagination_data"));
    }

    /// <summary>Cuts the page out of all rows.</summary>
    public IReadOnlyList<TRow> Cut<TRow>(IReadOnlyList<TRow> rows)
    {
        var start = (long)Limit * Page;
        if (Limit <= 0 || (start == 0 && rows.Count <= Limit))
            return rows;
        return start >= rows.Count ? [] : [.. rows.Skip((int)start).Take(Limit)];
    }
}
