using System.Text.Json;
using Fields = System.Collections.Generic.Dictionary<string, System.Action<System.Text.Json.Utf8JsonWriter, ErpSync.Sandbox.DolibarrCategory>>;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes categories.</summary>
internal sealed class CategoryJson
{
    private readonly DolibarrState _state;
    private readonly ObjectTemplate<DolibarrCategory> _alone;
    private readonly ObjectTemplate<DolibarrCategory> _withChilds;

    public CategoryJson(DolibarrState state)
    {
        _state = state;
        _alone = new ObjectTemplate<DolibarrCategory>(CategoryTemplates.Of23, Fields());
        _withChilds = new ObjectTemplate<DolibarrCategory>(CategoryTemplates.Of23, new Fields(Fields(), StringComparer.Ordinal) { ["childs"] = WriteChilds });
    }

    public void Write(Utf8JsonWriter writer, DolibarrCategory category, bool withChilds = false, IReadOnlySet<string>? properties = null) =>
        (withChilds ? _withChilds : _alone).Write(writer, category, properties);

    /// <summary>The short form, as a product's categories show it.</summary>
    public static void WriteShort(Utf8JsonWriter writer, DolibarrCategory category)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Numbers.Text(category.Id));
        writer.WriteNumber("fk_parent", category.ParentId);
        writer.WriteString("label", category.Label);
        writer.WriteString("description", category.Description);
        writer.WriteString("color", category.Color);
        writer.WriteString("position", Numbers.Text(category.Position));
        writer.WriteNumber("socid", 0);
        writer.WriteString("ref_ext", category.RefExt);
        writer.WriteNumber("visible", category.Visible);
        writer.WriteString("type", Numbers.Text(category.Type));
        writer.WriteNumber("entity", 1);
        writer.WritePropertyName("array_options");
        writer.WriteEmptyArray();
        writer.WritePropertyName("multilangs");
        writer.WriteEmptyArray();
        writer.WriteEndObject();
    }

    private static Fields Fields() => new(StringComparer.Ordinal)
    {
        ["id"] = (w, c) => w.WriteStringValue(Numbers.Text(c.Id)),
        ["ref_ext"] = (w, c) => w.WriteText(c.RefExt),
        ["date_creation"] = (w, c) => w.WriteNumberValue(c.Created.ToUnixTimeSeconds()),
        ["date_modification"] = (w, c) => w.WriteNumberValue(c.Modified.ToUnixTimeSeconds()),
        ["user_modification_id"] = (w, c) => w.WriteNumberValue(c.WasUpdated ? 2 : 0),
        ["fk_parent"] = (w, c) => w.WriteNumberValue(c.ParentId),
        ["label"] = (w, c) => w.WriteStringValue(c.Label),
        ["description"] = (w, c) => w.WriteStringValue(c.Description),
        ["color"] = (w, c) => w.WriteStringValue(c.Color),
        ["position"] = (w, c) => w.WriteStringValue(Numbers.Text(c.Position)),
        ["visible"] = (w, c) => w.WriteNumberValue(c.Visible),
        ["type"] = (w, c) => w.WriteStringValue(Numbers.Text(c.Type)),
    };

    private void WriteChilds(Utf8JsonWriter writer, DolibarrCategory category)
    {
        writer.WriteStartArray();
        foreach (var child in _state.Categories.Where(c => c.ParentId == category.Id))
            Write(writer, child, withChilds: true);
        writer.WriteEndArray();
    }
}
