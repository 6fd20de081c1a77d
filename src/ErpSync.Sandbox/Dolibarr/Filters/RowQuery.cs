using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Filters, sorts and pages the rows of a small table.</summary>
internal sealed class RowQuery<TRow>(DolibarrState state, Columns<TRow> columns, string what, string place) where TRow : DolibarrRow
{
    /// <summary>Answers a list.</summary>
    /// <exception cref="RestException">400 or 503 for a bad filter; 404 in version 18 when there are no rows.</exception>
    public Answer Answer(IEnumerable<TRow> source, ListRequest request, Action<Utf8JsonWriter, TRow> write, bool paginates)
    {
        var rows = source.ToList();
        if (request.Filter is not null)
            rows = rows.FindAll(new Predicate<TRow>(columns.Compile(FilterParser.Parse(request.Filter, state.LocalNow, place), what, place)));
        rows.Sort(columns.Order(request.SortField, request.SortOrder, row => row.Id, what, place));
        var page = request.Cut(rows);
        if (page.Count == 0 && state.Is18)
            throw new RestException(404, $"No {what} found") { Place = place };
        var withPagination = paginates && request.WithPagination && !state.Is18;
        if (withPagination && request.Limit == 0)
            return Dolibarr.Answer.Html(500, "");
        if (page.Any(static row => row.FailsToLoad))
            page = [.. page.Where(static row => !row.FailsToLoad)];
        return new ListAnswer<TRow>(page, write) { Pagination = withPagination ? (rows.Count, request.Page, request.Limit) : null };
    }
}
