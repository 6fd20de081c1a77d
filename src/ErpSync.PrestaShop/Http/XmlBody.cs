using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ErpSync.PrestaShop;

/// <summary>Builds the XML that writes send.</summary>
internal static class XmlBody
{
    /// <summary>A record with its id, to which fields are added.</summary>
    public static XElement Record(string item, long? id = null) => id is null ? new XElement(item) : new XElement(item, Value("id", id.Value));

    /// <summary>A field with a text.</summary>
    public static XElement Value(string field, string? text) => new(field, WithoutForbidden(text ?? ""));

    /// <summary>A field with a whole number.</summary>
    public static XElement Value(string field, long number) => new(field, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A field with a number, at most six decimals and a point.</summary>
    public static XElement Value(string field, decimal number) => new(field, number.ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>A field with a flag.</summary>
    public static XElement Value(string field, bool flag) => new(field, flag ? "1" : "0");

    /// <summary>A translated field with all its languages.</summary>
    public static XElement Translated(string field, IEnumerable<KeyValuePair<long, string>> texts) =>
        new(field, texts.Select(text => new XElement("language", new XAttribute("id", text.Key), WithoutForbidden(text.Value))));

    /// <summary>An association that replaces the stored one as a whole.</summary>
    public static XElement Association(string list, string item, IEnumerable<long> ids) =>
        new("associations", new XElement(list, ids.Select(id => new XElement(item, Value("id", id)))));

    /// <summary>The body of a write.</summary>
    public static ArraySegment<byte> Bytes(IEnumerable<XElement> records)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
            new XDocument(new XElement("prestashop", records)).Save(writer);
        return new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The body of a write as content of a request, made anew for each attempt.</summary>
    public static Func<HttpContent> Content(ArraySegment<byte> bytes) => () =>
    {
        var content = new ByteArrayContent(bytes.Array!, bytes.Offset, bytes.Count);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        return content;
    };

    private static string WithoutForbidden(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 ? text : Texts.TextRules.WithoutForbidden(text);
}
