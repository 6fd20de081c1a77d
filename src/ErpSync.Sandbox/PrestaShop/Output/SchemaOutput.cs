using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The templates: schema=blank and schema=synopsis.</summary>
internal static class SchemaOutput
{
    public static Task SendAsync(HttpContext context, ApiRequest request, PrestaShopState state, Resource resource, string schema)
    {
        if (schema is not ("blank" or "synopsis"))
            throw Refusal.BadList(state.Edition, 28, "Please select a schema of type 'synopsis' to get the whole schema informations (which fields are required, which kind of content...) or 'blank' to get an empty schema to fill before using POST request");
        var buffer = new ArrayBufferWriter<byte>();
        if (request.Json)
            WriteJson(buffer, resource);
        else
            WriteXml(new XmlText(buffer), request, state, resource, schema == "synopsis");
        return Answer.SendAsync(context, 200, request.Json ? Answer.Json : Answer.Xml, buffer.WrittenMemory);
    }

    private static void WriteJson(ArrayBufferWriter<byte> buffer, Resource resource)
    {
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject(resource.Node);
        if (resource.Associations.Length > 0)
            json.WriteStartObject("associations");
        foreach (var association in resource.Associations)
        {
            json.WriteStartArray(association.Name);
            json.WriteStartObject();
            foreach (var column in association.Columns)
                json.WriteNull(column);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (resource.Associations.Length > 0)
            json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteXml(XmlText xml, ApiRequest request, PrestaShopState state, Resource resource, bool synopsis)
    {
        xml.Raw(XmlText.Head).Open(resource.Node).Raw(">\n");
        if (!synopsis)
            xml.Raw("\t<id>").Data("").Raw("</id>\n");
        foreach (var field in resource.FieldsOf(state.Edition).Where(field => synopsis || !field.ReadOnly))
        {
            xml.Raw("\t").Open(field.Name);
            if (synopsis)
                Attributes(xml, field);
            xml.Raw(">");
            if (field.Localized)
                Languages(xml, request, state, synopsis);
            else
                xml.Data("");
            xml.Close(field.Name).Raw("\n");
        }

        if (resource.Associations.Length > 0)
            Associations(xml, request, resource, synopsis);
        xml.Close(resource.Node).Raw("\n").Raw(XmlText.Foot);
    }

    private static void Attributes(XmlText xml, Field field)
    {
        if (field.Computed && field.Name != "new")
            xml.Attribute("notFilterable", "true");
        if (field.Required)
            xml.Attribute("required", "true");
        if (field.ReadOnly)
            xml.Attribute("read_only", "true");
        if (field.MaxSize > 0)
            xml.Attribute("maxSize", Stored.Number(field.MaxSize));
        if (field.Format is { } format)
            xml.Attribute("format", format);
        if (field.ReadOnly)
            xml.Attribute("readOnly", "true");
    }

    private static void Languages(XmlText xml, ApiRequest request, PrestaShopState state, bool synopsis)
    {
        foreach (var language in state.Languages)
        {
            xml.Open("language").Attribute("id", Stored.Number(language.Id));
            if (synopsis)
                xml.Attribute("xlink:href", $"{request.ApiRoot}/languages/{language.Id}").Attribute("format", "isUnsignedId");
            xml.Raw(">").Data("").Close("language");
        }
    }

    private static void Associations(XmlText xml, ApiRequest request, Resource resource, bool synopsis)
    {
        xml.Raw("<associations>\n");
        foreach (var association in resource.Associations)
        {
            xml.Open(association.Name);
            if (synopsis)
                xml.Attribute("nodeType", association.Node).Attribute(association.Links is null ? "api" : "virtualEntity", association.Links is null ? association.Api : "true");
            xml.Raw(">\n\t").Open(association.Node).Raw(">\n");
            foreach (var column in association.Columns)
            {
                xml.Raw("\t").Open(column);
                if (synopsis && (association.LinkOf(column) ?? association.Links?[Array.IndexOf(association.Columns, column)]) is { Length: > 0 } link)
                    xml.Attribute("xlink:href", $"{request.ApiRoot}/{link}/");
                if (synopsis && association.ReadOnly.Contains(column))
                    xml.Attribute("read_only", "true").Attribute("readOnly", "true");
                if (synopsis && association.Required.Contains(column))
                    xml.Attribute("required", "true");
                xml.Raw(">").Data("").Close(column).Raw("\n");
            }

            xml.Raw("\t").Close(association.Node).Raw("\n").Close(association.Name).Raw("\n");
        }

        xml.Raw("</associations>\n");
    }
}
