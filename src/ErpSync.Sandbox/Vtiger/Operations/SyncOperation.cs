using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>sync: what changed after a second, 100 records and the rest of the last second a page; what is written later in that second is never told.</summary>
internal sealed class SyncOperation(VtigerState state)
{
    private const int Limit = 100;

    public JsonNode Run(Call call, VtigerUser user)
    {
        var since = call.Get("modifiedTime");
        var type = call.Get("elementType");
        if (!long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds == 0 || type.Length == 0)
            throw new PhpFatalException();
        var kind = call.Get("syncType");
        if (kind == "application" && !user.IsAdmin)
            throw new VtigerProblem("ACCESS_DENIED", "Only admin users can perform application sync");
        if (!SchemaOperations.IsListed(user, type) || !SchemaOperations.IsEntity(type))
            throw VtigerProblem.Denied();
        if (type == "Users")
            return Result([], [], false, seconds);
        var module = Access.Module(state, user, type);
        return Run(module, user, seconds, kind);
    }

    private JsonObject Run(Module module, VtigerUser user, long seconds, string kind)
    {
        var from = Values.Instant(DateTimeOffset.FromUnixTimeSeconds(seconds));
        var owners = Owners(user, kind);
        var later = state.Of(module)
            .Where(record => string.CompareOrdinal(record["modifiedtime"], from) > 0 && (owners is null || owners.Contains(record["assigned_user_id"])))
            .OrderBy(record => record["modifiedtime"], StringComparer.Ordinal).ToList();
        var until = later.Count == 0 ? from : later[Math.Min(Limit, later.Count) - 1]["modifiedtime"];
        var page = later.Where(record => string.CompareOrdinal(record["modifiedtime"], until) <= 0).OrderBy(record => record.Number).ToList();
        var updated = page.Where(record => !record.IsDeleted && !record.IsConverted && Access.Sees(state, user, record)).Select(record => Header(module, record));
        return Result(updated, page.Where(record => record.IsDeleted || record.IsConverted).Select(record => record.Id), page.Count < later.Count, Seconds(until));
    }

    /// <summary>The header only: no lines, no taxes, no prices; the discounts of orders under their columns' names.</summary>
    private JsonObject Header(Module module, VtigerRecord record)
    {
        var item = new JsonObject();
        foreach (var field in module.Fields.Where(field => !RecordReader.IsCharge(field.Name)))
        {
            if (!module.IsInventory || !(RecordReader.LineFields.Contains(field.Name) || field.Name == "productid"))
                item[QueryOperation.Column(module, field.Name)] = RecordReader.Value(state, record, field);
        }

        RecordReader.Attachments(item, module, record);
        return item;
    }

    /// <summary>Whose records are told; null for everybody's.</summary>
    private HashSet<string>? Owners(VtigerUser user, string kind) => kind switch
    {
        "application" => null,
        "userandgroup" => [state.UserId(user), .. user.Groups.Select(group => Ids.Join(state.Modules["Groups"].Prefix, group))],
        _ => [state.UserId(user)],
    };

    private static JsonObject Result(IEnumerable<JsonObject> updated, IEnumerable<string> deleted, bool more, long seconds) => new()
    {
        ["updated"] = new JsonArray([.. updated]),
        ["deleted"] = new JsonArray([.. deleted.Select(id => JsonValue.Create(id))]),
        ["more"] = more,
        ["lastModifiedTime"] = seconds,
    };

    public static long Seconds(string instant) => DateTimeOffset.ParseExact(instant, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();
}
