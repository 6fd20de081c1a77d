using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The definitions of extra fields.</summary>
internal sealed class ExtraFieldEndpoints(DolibarrState state)
{
    private const string Place = "api_setup.class.php";

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_, "extrafields"]) => List(call),
        ("POST", [_, "extrafields", var element, var code]) when !state.Is18 => Create(call, element, code),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.Admin, null, Place + ":1500");
        var wanted = call.Parameter("elementtype") switch { "thirdparty" => "societe", "contact" => "socpeople", var element => element ?? "" };
        List<DolibarrExtraField> fields = [.. Fields().Where(field => wanted.Length == 0 || field.Element == wanted)];
        if (fields.Count == 0)
            throw new RestException(404, "No extrafield found") { Place = Place + ":1560" };
        return Answer.Of(writer =>
        {
            writer.WriteStartObject();
            foreach (var element in fields.GroupBy(field => field.Element, StringComparer.Ordinal))
            {
                writer.WriteStartObject(element.Key);
                foreach (var field in element)
                    Write(writer, field);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });
    }

    private Answer Create(ApiCall call, string element, string code)
    {
        Access.Need(call, state, DolibarrRights.Admin, null, Place + ":1600");
        foreach (var name in new[] { "label", "type" })
        {
            if (!call.Body.Has(name))
                throw new RestException(400, $"{name} field absent in json at root level") { Place = Place + ":1620" };
        }

        return Answer.Number(state.AddExtraField(element, code, call.Body.Text("type")!, call.Body.Text("label"), call.Body.Text("size") ?? "").Id);
    }

    private IEnumerable<DolibarrExtraField> Fields()
    {
        var alone = state.ProductExtraFields.Where(code => !state.ExtraFieldDefinitions.Any(field => field.Element == "product" && field.Code == code));
        return [.. state.ExtraFieldDefinitions, .. alone.Select(code => new DolibarrExtraField { Element = "product", Code = code, Label = code, Size = "64", Created = state.Now, Modified = state.Now })];
    }

    private void Write(Utf8JsonWriter writer, DolibarrExtraField field)
    {
        writer.WriteStartObject(field.Code);
        writer.WriteString("id", Numbers.Text(field.Id));
        writer.WriteString("type", field.Type);
        writer.WriteString("label", field.Label);
        writer.WriteString("size", field.Size);
        writer.WriteString("elementtype", field.Element);
        writer.WriteNull("default");
        writer.WriteNull("computed");
        writer.WriteString("unique", "0");
        writer.WriteString("required", "0");
        writer.WriteString("param", "");
        writer.WriteString("pos", "0");
        writer.WriteString("alwayseditable", "0");
        writer.WriteNull("perms");
        writer.WriteString("list", "0");
        writer.WriteString("printable", "0");
        writer.WriteString("totalizable", "0");
        foreach (var name in new[] { "langs", "help", "css", "cssview", "csslist" })
            writer.WriteNull(name);
        writer.WriteString("fk_user_author", "2");
        writer.WriteString("fk_user_modif", "2");
        writer.WriteString("datec", state.Local(field.Created));
        writer.WriteString("tms", state.Local(field.Modified));
        writer.WriteEndObject();
    }
}
