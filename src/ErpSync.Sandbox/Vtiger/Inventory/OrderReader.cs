using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Orders as the web service shows them.</summary>
internal static class OrderReader
{
    /// <summary>What retrieve answers: the header, the charge, the lines, and what the screens show.</summary>
    public static JsonObject Whole(VtigerState state, Module module, VtigerRecord record, VtigerUser user)
    {
        var item = RecordReader.Whole(state, module, record);
        Charges.Show(item, record.Charge);
        var lines = LineReader.Within(state, module, record.Number);
        item["LineItems"] = lines;
        item["productid"] = lines.Count > 0 ? lines[0]!["productid"]!.DeepClone() : null;
        item["LineItems_FinalDetails"] = FinalDetails.Of(state, record, user.Decimals);
        return item;
    }

    /// <summary>What a change without lines answers: the header joined with its first line.</summary>
    public static JsonObject Joined(VtigerState state, Module module, VtigerRecord record)
    {
        var first = state.LinesOf(record.Number).FirstOrDefault();
        var item = new JsonObject();
        foreach (var field in module.Fields.Where(field => !RecordReader.IsCharge(field.Name)))
        {
            item[field.Name] = RecordReader.LineFields.Contains(field.Name) ? (first is null ? "" : LineReader.Value(state, first, field.Name)) : RecordReader.Value(state, record, field);
            if (field.Name != "hdnS_H_Percent")
                continue;
            item["image"] = "";
            if (module.Name != "PurchaseOrder")
                (item["purchase_cost"], item["margin"]) = ("", "");
        }

        item["label"] = Labels.Escape(record.Label);
        item["LineItems"] = LineReader.Within(state, module, record.Number);
        return item;
    }

    /// <summary>What was sent, overlaid by what is stored, as PHP merges arrays.</summary>
    public static JsonObject Merge(JsonObject sent, JsonObject stored)
    {
        var merged = new JsonObject();
        foreach (var (name, value) in sent)
            merged[name] = (stored.ContainsKey(name) ? stored[name] : value)?.DeepClone();
        foreach (var (name, value) in stored)
        {
            if (!merged.ContainsKey(name))
                merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
