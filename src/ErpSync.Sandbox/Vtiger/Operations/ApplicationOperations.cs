using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>wsapp: batches with a map of client ids. The key's type decides: <c>vtigerSyncLib</c> stores, <c>vtigerCRM</c> echoes.</summary>
internal sealed class ApplicationOperations(VtigerState state)
{
    private readonly ApplicationWriter _writer = new(state);

    public JsonNode Register(Call call, VtigerUser user) => new JsonObject { ["key"] = state.RegisterApplication(call.Post("type"), call.Post("synctype") == "app") };

    public JsonNode Deregister(Call call, VtigerUser user)
    {
        state.Applications.Remove(call.Post("key"));
        return new JsonArray(call.Post("type"), call.Post("key"));
    }

    public JsonNode? Map(Call call, VtigerUser user)
    {
        var key = Key(call);
        var element = PhpJson.Decode(call.Post("element")) as JsonObject ?? [];
        foreach (var name in new[] { "create", "update" })
        {
            foreach (var (client, entry) in element[name] as JsonObject ?? [])
            {
                if (entry is JsonObject linked)
                    key.Map[client] = (linked.Text("serverid"), linked.Text("_modifiedtime"));
            }
        }

        return null;
    }

    public JsonNode Put(Call call, VtigerUser user)
    {
        var key = Key(call);
        var records = PhpJson.Decode(call.Post("element")) as JsonArray ?? [];
        if (key.Type == "vtigerSyncLib")
            return _writer.Put(key, [.. records.OfType<JsonObject>()], user, call);
        if (key.Type != "vtigerCRM")
            throw new NotSimulatedException($"batches of the application type {key.Type}");
        var echo = new JsonObject();
        for (var i = 0; i < records.Count; i++)
            echo[i.ToString(CultureInfo.InvariantCulture)] = records[i]?.DeepClone();
        (echo["created"], echo["updated"], echo["deleted"]) = (new JsonArray(), null, null);
        return echo;
    }

    public JsonNode Read(Call call, VtigerUser user)
    {
        var key = Key(call);
        if (!long.TryParse(call.Post("token"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            throw new PhpFatalException();
        var module = Access.Module(state, user, call.Post("module"));
        if (!module.IsEntity || module.IsInventory)
            throw new NotSimulatedException($"the change feed of {module.Name}");
        return key.Type == "vtigerSyncLib" ? _writer.Changes(key, module, seconds)
            : key.Type == "vtigerCRM" ? _writer.OwnChanges(module, user, seconds)
            : throw new NotSimulatedException($"the change feed of the application type {key.Type}");
    }

    internal static string NewKey() => RandomNumberGenerator.GetHexString(13, lowercase: true);

    private ApplicationKey Key(Call call) =>
        state.Applications.GetValueOrDefault(call.Post("key")) ?? throw new NotSimulatedException("an application key that nobody registered");
}
