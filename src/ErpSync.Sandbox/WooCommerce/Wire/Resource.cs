using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>A collection of records: what the routes <c>/x</c>, <c>/x/{id}</c> and <c>/x/batch</c> do with it.</summary>
internal sealed class Resource(string path)
{
    public string Path => path;

    /// <summary>What the list holds before paging.</summary>
    public required Func<ApiCall, IEnumerable<JsonObject>> All { get; init; }

    public required Func<long, JsonObject?> Find { get; init; }

    public Func<JsonObject, bool, JsonObject>? Create { get; init; }

    public Action<JsonObject, JsonObject, bool>? Update { get; init; }

    /// <summary>Deletes; given whether for good.</summary>
    public Action<JsonObject, bool>? Delete { get; init; }

    public Func<JsonObject, bool, JsonObject> Show { get; init; } = static (item, _) => item;

    public string MissingCode { get; init; } = "woocommerce_rest_invalid_id";

    public string MissingMessage { get; init; } = "Invalid ID.";

    public string DefaultOrder { get; init; } = "date";

    public string[] Orders { get; init; } = ["date", "id", "include", "title", "slug", "modified"];

    public bool HasDates { get; init; } = true;

    /// <summary>True when deleting asks for <c>force=true</c>.</summary>
    public string? TrashRefusal { get; init; }

    public bool HasBatch { get; init; } = true;

    public Answer Route(ApiCall call, WooCommerceState state, IReadOnlyList<string> rest)
    {
        var isEdit = call["context"] == "edit" || !call.IsRead;
        if (rest.Count == 0)
        {
            if (call.IsRead)
                return List(call, state, isEdit);
            if (call.Method != "POST" || Create is null)
                throw RestProblem.NoRoute();
            var made = Create(call.Body, false);
            return new Answer(201, Show(made, true)) { Self = $"{Path}/{ListPage.Id(made)}" };
        }

        if (rest is ["batch"] && HasBatch && call.Method == "POST")
            return new Answer(200, Batch(call));
        if (rest.Count != 1 || !long.TryParse(rest[0], System.Globalization.CultureInfo.InvariantCulture, out var id))
            throw RestProblem.NoRoute();
        var self = $"{Path}/{id}";
        var item = Find(id);
        if (call.IsRead)
            return new Answer(200, Show(item ?? throw Missing(404), isEdit)) { Self = self };
        if (call.Method == "DELETE" && Delete is not null)
        {
            item = item ?? throw Missing(404);
            var force = call.Flag("force");
            if (!force && TrashRefusal is not null)
                throw new RestProblem(501, "woocommerce_rest_trash_not_supported", TrashRefusal);
            var gone = (JsonObject)Show(item, true).DeepClone();
            Delete(item, force);
            return new Answer(200, force ? gone : Show(item, true)) { Self = self };
        }

        if (!call.IsUpdate || Update is null)
            throw RestProblem.NoRoute();
        item = item ?? throw Missing(400);
        Update(item, call.Body, false);
        return new Answer(200, Show(item, true)) { Self = self };
    }

    private Answer List(ApiCall call, WooCommerceState state, bool isEdit)
    {
        call.OneOf("orderby", Orders);
        call.OneOf("order", "asc", "desc");
        var page = ListPage.Cut(call, All(call), state, DefaultOrder, HasDates);
        return page with { Items = [.. page.Items!.Select(item => Show(item, isEdit))] };
    }

    // No rollback, errors inside, at most 100 together.
    private JsonNode Batch(ApiCall call)
    {
        if (new[] { "create", "update", "delete" }.Sum(part => (call.Body[part] as JsonArray)?.Count ?? 0) > 100)
            throw new RestProblem(413, "woocommerce_rest_request_entity_too_large", "Unable to accept more than 100 items for this request.");
        var answer = new JsonObject();
        foreach (var part in new[] { "create", "update", "delete" })
        {
            if (call.Body[part] is not JsonArray entries)
                continue;
            answer[part] = entries.Select(entry => Element(part, entry)).ToArray();
        }

        return answer.Count == 0 ? new JsonArray() : answer;
    }

    private JsonObject Element(string part, JsonNode? entry)
    {
        var id = entry is JsonObject given ? given.Whole("id") : long.TryParse(entry?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        try
        {
            if (part == "create")
                return (JsonObject)Show((Create ?? throw RestProblem.NoRoute())((JsonObject)entry!, true), true).DeepClone();
            var item = Find(id) ?? throw Missing(part == "delete" ? 404 : 400);
            var shown = (JsonObject)Show(item, true).DeepClone();
            if (part == "delete")
            {
                (Delete ?? throw RestProblem.NoRoute())(item, true);
                return shown;
            }

            (Update ?? throw RestProblem.NoRoute())(item, (JsonObject)entry!, true);
            return (JsonObject)Show(item, true).DeepClone();
        }
        catch (RestProblem problem)
        {
            return new JsonObject { ["id"] = part == "create" ? 0 : id, ["error"] = problem.Body() };
        }
    }

    private RestProblem Missing(int status) => new(status, MissingCode, MissingMessage);
}
