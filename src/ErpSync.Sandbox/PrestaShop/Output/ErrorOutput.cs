using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Errors in both formats.</summary>
internal static class ErrorOutput
{
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<ApiError> errors, bool json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (json)
        {
            using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            writer.WriteStartObject();
            WriteErrors(writer, errors);
            writer.WriteEndObject();
        }
        else
        {
            var xml = new XmlText(buffer).Raw(XmlText.Head).Raw("<errors>\n");
            foreach (var error in errors)
                xml.Raw("<error>\n<code>").Data(Stored.Number(error.Code)).Raw("</code>\n<message>").Data(error.Message).Raw("</message>\n</error>\n");
            xml.Raw("</errors>\n").Raw(XmlText.Foot);
        }

        return buffer.WrittenMemory;
    }

    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<ApiError> errors)
    {
        writer.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteNumber("code"u8, error.Code);
            writer.WriteString("message"u8, error.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
