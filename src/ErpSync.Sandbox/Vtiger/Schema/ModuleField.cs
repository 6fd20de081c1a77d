using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>A field of a module as the web service describes it.</summary>
internal sealed class ModuleField(JsonObject described)
{
    public string Name { get; } = described.Text("name");

    /// <summary>The kind of its values: string, text, picklist, reference, owner, currency, double, integer, boolean, date, datetime …</summary>
    public string Type { get; } = described["type"]!.AsObject().Text("name");

    public IReadOnlyList<string> RefersTo { get; } = described["type"]!["refersTo"] is JsonArray names ? [.. names.Select(name => name!.ToString())] : [];

    public bool IsCustom => Name.StartsWith("cf_", StringComparison.Ordinal);

    public bool IsEditable { get; } = described.Flag("editable");

    public bool IsMandatory
    {
        get => described.Flag("mandatory");
        set => described["mandatory"] = value;
    }

    public bool IsUnique
    {
        get => described.Flag("isunique");
        set => described["isunique"] = value;
    }

    public bool IsNumeric => Type is "currency" or "double" or "integer" or "boolean";

    public bool IsReference => Type is "reference" or "owner";

    /// <summary>The words of a picklist as an administrator keeps them.</summary>
    public void SetPicklist(IEnumerable<string> values)
    {
        var type = described["type"]!.AsObject();
        type["picklistValues"] = new JsonArray([.. values.Select(value => new JsonObject { ["label"] = value, ["value"] = value })]);
    }

    public JsonObject Describe() => (JsonObject)described.DeepClone();

    /// <summary>A text field that an administrator adds.</summary>
    public static ModuleField Custom(string name, string label, string type) => new(new JsonObject
    {
        ["name"] = name,
        ["label"] = label,
        ["mandatory"] = false,
        ["type"] = new JsonObject { ["name"] = type },
        ["isunique"] = false,
        ["nullable"] = true,
        ["editable"] = true,
        ["default"] = "",
    });
}
