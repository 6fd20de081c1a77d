using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Helper modules that are plain tables: currencies, taxes, users' settings.</summary>
internal sealed class TableOperations(VtigerState state)
{
    public JsonObject Create(Module module, JsonObject element)
    {
        if (module.Name is not ("Currency" or "Tax"))
            throw new NotSimulatedException($"the creation of {module.Name}");
        var table = state.Tables[module.Name];

        // The highest number plus one: that of a deleted currency is given out again.
        var row = new VtigerRecord(module.Name, module.Prefix, (table.Count == 0 ? 0 : table.Keys.Last()) + 1);
        Set(module, row, element, isNew: true);
        table[row.Number] = row;
        if (module.Name == "Currency")
            return RecordReader.Fields(state, module, row);

        // Method and compound taxes are ignored.
        row["taxname"] = "tax" + row.Number.ToString(CultureInfo.InvariantCulture);
        (row["method"], row["type"], row["compoundon"], row["regions"]) = ("Simple", "Fixed", "[]", "[]");
        return new JsonObject
        {
            ["taxid"] = row.Number.ToString(CultureInfo.InvariantCulture),
            ["taxname"] = row["taxname"],
            ["taxlabel"] = row["taxlabel"],
            ["percentage"] = row["percentage"],
            ["deleted"] = row["deleted"],
            ["method"] = row["method"],
            ["type"] = row["type"],
            ["id"] = row.Id,
        };
    }

    public JsonObject Change(Module module, VtigerRecord row, JsonObject element)
    {
        if (module.Name is not ("Currency" or "Users"))
            throw new NotSimulatedException($"changes of {module.Name}");
        Set(module, row, element, isNew: false);
        if (module.Name == "Currency")
            return RecordReader.Fields(state, module, row);
        if (row["hidecompletedevents"].Length == 0)
            row["hidecompletedevents"] = "0";
        if (int.TryParse(row["no_of_currency_decimals"], CultureInfo.InvariantCulture, out var decimals))
            state.ReplaceUser(state.UserOf(row.Number) with { Decimals = decimals });
        var item = RecordReader.Fields(state, module, row);
        item["label"] = Labels.Escape(row["userlabel"]);
        return item;
    }

    public void Delete(Module module, VtigerRecord row)
    {
        if (module.Name != "Currency")
            throw new NotSimulatedException($"the deletion of {module.Name}");
        state.Tables[module.Name].Remove(row.Number);
    }

    private static void Set(Module module, VtigerRecord row, JsonObject element, bool isNew)
    {
        foreach (var (name, value) in element)
        {
            if (name != "id" && module.Find(name) is { } field && (field.IsEditable || (isNew && name is "taxlabel" or "percentage")))
                row[name] = field.Type is "double" or "integer" ? Values.Fixed(Values.Leading(JsonWords.Text(value)), Columns.Scale(module.Name, field)) : JsonWords.Text(value);
        }
    }
}
