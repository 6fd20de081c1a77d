using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Stores batches of a synchronising application, and tells what changed.</summary>
internal sealed class ApplicationWriter(VtigerState state)
{
    private const string Source = "VTIGERSYNCLIB";
    private readonly RecordOperations _records = new(state);

    public JsonNode Put(ApplicationKey key, IReadOnlyList<JsonObject> batch, VtigerUser user, Call call)
    {
        JsonArray created = [], updated = [], deleted = [], skipped = [];
        var map = new JsonObject();
        var isMixed = batch.Select(entry => entry.Text("module")).Distinct(StringComparer.Ordinal).Skip(1).Any();
        foreach (var entry in batch)
        {
            var client = entry.Text("id");
            var values = entry["values"] as JsonObject ?? [];
            var isKnown = key.Map.TryGetValue(client, out var known);
            if (values.Count == 0)
            {
                if (!isKnown)
                    continue;
                _records.Delete(known.Server, user);
                deleted.Add(new JsonObject { ["_id"] = client, ["_syncidentificationkey"] = null });
                map[client] = known.Server;
                continue;
            }

            if (isKnown && string.CompareOrdinal(values.Text("modifiedtime"), known.Modified) <= 0)
                continue;
            var element = Prepared(entry.Text("module"), values, isMixed, isNew: !isKnown);
            try
            {
                var stored = isKnown ? Revised(element, known.Server, user, call) : _records.Create(entry.Text("module"), element, user, [], Source);
                key.Map[client] = (stored.Text("id"), values.Text("modifiedtime"));
                key.Written[stored.Text("id")] = stored.Text("modifiedtime");
                (stored["_id"], stored["_modifiedtime"], stored["_syncidentificationkey"]) = (client, values.Text("modifiedtime"), null);
                (isKnown ? updated : created).Add(stored);
            }
            catch (VtigerProblem problem)
            {
                element["module"] = entry.Text("module");
                element["source"] = Source;
                skipped.Add(new JsonObject { ["record"] = element, ["messageidentifier"] = "", ["message"] = problem.Message, ["_syncidentificationkey"] = null });
            }
        }

        var result = new JsonObject { ["created"] = created, ["updated"] = updated, ["deleted"] = deleted };
        if (skipped.Count > 0)
            result["skipped"] = skipped;
        result["client2serverIdMap"] = map.Count > 0 ? map : new JsonArray();
        return result;
    }

    /// <summary>The feed of an application that keeps no map: the user's own records.</summary>
    public JsonNode OwnChanges(Module module, VtigerUser user, long seconds)
    {
        JsonArray updated = [], deleted = [];
        var from = Values.Instant(DateTimeOffset.FromUnixTimeSeconds(seconds));
        var last = from;
        foreach (var record in state.Of(module).Where(record => !record.IsConverted && record["assigned_user_id"] == state.UserId(user) && string.CompareOrdinal(record["modifiedtime"], from) > 0))
        {
            last = string.CompareOrdinal(record["modifiedtime"], last) > 0 ? record["modifiedtime"] : last;
            if (record.IsDeleted)
                deleted.Add(record.Id);
            else
                updated.Add(Labelled(module, record));
        }

        if (updated.Count + deleted.Count > 100)
            throw new NotSimulatedException("a change feed of more than a page");
        return new JsonObject { ["updated"] = updated, ["deleted"] = deleted, ["more"] = false, ["lastModifiedTime"] = SyncOperation.Seconds(last) };
    }

    public JsonNode Changes(ApplicationKey key, Module module, long seconds)
    {
        JsonArray created = [], updated = [], deleted = [];
        var from = Values.Instant(DateTimeOffset.FromUnixTimeSeconds(seconds));
        var clients = key.Map.ToDictionary(pair => pair.Value.Server, pair => pair.Key, StringComparer.Ordinal);
        foreach (var record in state.Of(module).Where(record => !record.IsConverted && string.CompareOrdinal(record["modifiedtime"], from) > 0))
        {
            // What the application itself wrote last is not told to it.
            var client = clients.GetValueOrDefault(record.Id);
            if (client is not null && key.Written.GetValueOrDefault(record.Id) == record["modifiedtime"])
                continue;
            if (record.IsDeleted)
            {
                if (client is not null)
                    deleted.Add(new JsonObject { ["_id"] = client, ["_syncidentificationkey"] = null });
                continue;
            }

            (client is null ? created : updated).Add(Shown(module, record, client));
        }

        return new JsonObject
        {
            ["updated"] = updated,
            ["deleted"] = deleted,
            ["more"] = false,
            ["lastModifiedTime"] = state.Now.ToUnixTimeSeconds(),
            ["created"] = created,
            ["client2serverIdMap"] = new JsonArray(),
        };
    }

    /// <summary>A record with the labels of what it refers to.</summary>
    private JsonObject Shown(Module module, VtigerRecord record, string? client)
    {
        var item = Labelled(module, record);
        item.Remove("id");
        (item["_id"], item["_modifiedtime"], item["id"], item["_syncidentificationkey"]) = (client, record["modifiedtime"], record.Id, null);
        return item;
    }

    private JsonObject Labelled(Module module, VtigerRecord record)
    {
        var item = new JsonObject();
        foreach (var field in module.Fields)
        {
            var value = RecordReader.Value(state, record, field);
            item[field.Name] = field.Type != "reference" || value.Length == 0 ? value : state.Find(value) is { } target ? target.Label : " " + state.Users.FirstOrDefault(user => state.UserId(user) == value)?.LastName;
        }

        return item;
    }

    private JsonObject Revised(JsonObject element, string server, VtigerUser user, Call call)
    {
        element["id"] = server;
        return _records.Revise(element, user, call) as JsonObject ?? [];
    }

    /// <summary>Missing mandatory texts are filled in; orders in a batch of several modules lose what they refer to.</summary>
    private JsonObject Prepared(string name, JsonObject values, bool isMixed, bool isNew)
    {
        var element = (JsonObject)values.DeepClone();
        if (!state.Modules.TryGetValue(name, out var module))
            throw new NotSimulatedException($"the module {name}");
        foreach (var field in module.Fields)
        {
            if (module.IsInventory && isMixed && field.Type == "reference" && element.ContainsKey(field.Name))
                element[field.Name] = "";
            else if (isNew && field is { IsMandatory: true, Type: "string" or "text" } && element.Text(field.Name).Length == 0)
                element[field.Name] = "?????";
        }

        return element;
    }
}
