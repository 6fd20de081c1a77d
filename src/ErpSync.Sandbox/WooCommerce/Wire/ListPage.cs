using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Cuts a page out of a list: windows of dates, ids, order, paging.</summary>
internal static class ListPage
{
    public static Answer Cut(ApiCall call, IEnumerable<JsonObject> items, WooCommerceState state, string defaultOrder = "date", bool hasDates = true)
    {
        var size = call.Whole("per_page", 1, 100, 10);
        var page = call.Whole("page", 1, int.MaxValue, 1);
        var offset = call.Whole("offset", 0, int.MaxValue, (page - 1) * size);
        if (call.List("include") is { Count: > 0 } wanted)
        {
            var ids = wanted.ToHashSet(StringComparer.Ordinal);
            items = items.Where(item => ids.Contains(Id(item)));
        }

        if (call.List("exclude") is { Count: > 0 } unwanted)
        {
            var ids = unwanted.ToHashSet(StringComparer.Ordinal);
            items = items.Where(item => !ids.Contains(Id(item)));
        }

        if (hasDates)
        {
            items = Window(call, items, state, "modified_after", "date_modified_gmt", isAfter: true);
            items = Window(call, items, state, "modified_before", "date_modified_gmt", isAfter: false);
            items = Window(call, items, state, "after", "date_created_gmt", isAfter: true);
            items = Window(call, items, state, "before", "date_created_gmt", isAfter: false);
        }

        var list = Sort(call["orderby"] ?? defaultOrder, call["order"], items);
        var taken = list.Skip(offset).Take(size).ToList();
        return new Answer(200) { Items = taken, Total = list.Count, Pages = (list.Count + size - 1) / size };
    }

    public static string Id(JsonObject item) => item["id"]?.ToString() ?? item["slug"]?.ToString() ?? "";

    private static List<JsonObject> Sort(string by, string? direction, IEnumerable<JsonObject> items)
    {
        var isDown = direction is null ? by is "date" or "modified" : direction == "desc";
        Func<JsonObject, string> text = by switch
        {
            "date" or "registered_date" => item => item["date_created_gmt"]?.ToString() ?? "",
            "modified" => item => item["date_modified_gmt"]?.ToString() ?? "",
            "name" or "title" => item => item["name"]?.ToString() ?? "",
            "slug" => item => item["slug"]?.ToString() ?? "",
            _ => static _ => "",
        };
        return isDown
            ? [.. items.OrderByDescending(text, StringComparer.Ordinal).ThenByDescending(Number)]
            : [.. items.OrderBy(text, StringComparer.Ordinal).ThenBy(Number)];
    }

    private static long Number(JsonObject item) => long.TryParse(Id(item), CultureInfo.InvariantCulture, out var id) ? id : 0;

    // The trap of the real server: a zone in the text and the flag together count the zone twice.
    private static IEnumerable<JsonObject> Window(ApiCall call, IEnumerable<JsonObject> items, WooCommerceState state, string parameter, string field, bool isAfter)
    {
        if (call[parameter] is not { } text)
            return items;
        var hasZone = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 9;
        DateTime instant;
        if (hasZone)
            instant = DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned) ? zoned.UtcDateTime : throw Bad(parameter);
        else
            instant = DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var naive) ? naive : throw Bad(parameter);
        if (call.Flag("dates_are_gmt"))
            instant = hasZone ? instant + state.TimeZone.GetUtcOffset(instant) : instant;
        else if (!hasZone)
            instant = TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(instant, DateTimeKind.Unspecified), state.TimeZone);
        var limit = instant.ToString("s", CultureInfo.InvariantCulture);
        return items.Where(item => item[field]?.ToString() is { } date && (isAfter ? string.CompareOrdinal(date, limit) > 0 : string.CompareOrdinal(date, limit) < 0));
    }

    private static RestProblem Bad(string parameter) => RestProblem.Invalid(parameter, $"{parameter} is not a valid date.", "rest_invalid_date");
}
