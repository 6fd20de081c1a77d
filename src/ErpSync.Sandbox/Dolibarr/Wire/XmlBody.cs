using System.Text;
using System.Text.Json;
using System.Xml;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>An answer in XML: elements named after properties, list entries named item.</summary>
internal static class XmlBody
{
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = "    ", NewLineChars = "\n" }))
            Write(writer, "response", value);
        return text.Append('\n').ToString();
    }

    private static void Write(XmlWriter writer, string name, JsonElement value)
    {
        writer.WriteStartElement(XmlConvert.EncodeLocalName(char.IsAsciiDigit(name[0]) ? "item" : name));
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Write(writer, property.Name, property.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Write(writer, "item", item);
                break;
            case JsonValueKind.Null:
                break;
            default:
                writer.WriteString(value.ToString());
                break;
        }

        writer.WriteEndElement();
    }
}
