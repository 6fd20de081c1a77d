using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Related lists.</summary>
internal sealed class RelatedOperations(VtigerState state)
{
    private readonly QueryOperation _query = new(state);

    public JsonNode Retrieve(Call call, VtigerUser user)
    {
        var source = Source(call.Get("id"), user);
        var module = Access.Module(state, user, call.Get("relatedType"));
        Check(source.Module, module.Name, call.Get("relatedLabel"));
        var ids = state.Of(module).Where(record => !record.IsDeleted && IsRelated(module, record, source)).Select(record => record.Id).ToList();
        if (ids.Count == 0)
            return new JsonArray();
        return _query.Run($"select * from {module.Name} where id in ({string.Join(',', ids.Select(id => $"'{id}'"))});", user);
    }

    /// <summary>Success is told even when nothing happened, as with a product and a price book.</summary>
    public JsonNode Add(Call call, VtigerUser user)
    {
        var source = Source(call.Post("sourceRecordId"), user);
        var target = Source(call.Post("relatedRecordId"), user);
        Check(source.Module, target.Module, call.Post("relationIdLabel"));
        if (source.Module != "PriceBooks" && target.Module != "PriceBooks")
            state.Relate(source, target);
        return new JsonObject { ["message"] = "successfull" };
    }

    /// <summary>Whether the source has such a list; known for those that were recorded, and for documents.</summary>
    private static void Check(string source, string module, string label)
    {
        if (SchemaFiles.RelatedTypes(source) is { } lists)
        {
            if (lists["information"]![label]?["name"]?.ToString() != module)
                throw new VtigerProblem("UNKOWN_ENTITY", "Relation specified is incorrect");
        }
        else if ((source, module, label) is not (_, "Documents", "Documents") and not ("PriceBooks", "Products", "Products"))
        {
            throw new NotSimulatedException($"the list {label} of {source}");
        }
    }

    private VtigerRecord Source(string id, VtigerUser user) =>
        state.Find(id) is { IsDeleted: false } record && SchemaOperations.IsListed(user, record.Module) ? record : throw VtigerProblem.Denied();

    private bool IsRelated(Module module, VtigerRecord record, VtigerRecord source) =>
        state.Relations.Contains((source.Number, record.Number))
        || module.Fields.Any(field => field.Type == "reference" && field.Name != "productid" && record[field.Name] == source.Id && field.RefersTo.Contains(source.Module, StringComparer.Ordinal));
}
