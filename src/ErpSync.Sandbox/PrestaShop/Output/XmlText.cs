using System.Buffers;
using System.Text;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Writes the webservice's XML as bytes.</summary>
internal sealed class XmlText(IBufferWriter<byte> output)
{
    public const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<prestashop xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n";

    public const string Foot = "</prestashop>\n";

    public XmlText Raw(ReadOnlySpan<char> text)
    {
        Encoding.UTF8.GetBytes(text, output);
        return this;
    }

    public XmlText Data(string text)
    {
        Raw("<![CDATA[");
        Raw(text.Contains("]]>", StringComparison.Ordinal) ? text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal) : text);
        return Raw("]]>");
    }

    public XmlText Attribute(string name, string value) => Raw(" ").Raw(name).Raw("=\"").Raw(Escape(value)).Raw("\"");

    public XmlText Open(string name) => Raw("<").Raw(name);

    public XmlText Close(string name) => Raw("</").Raw(name).Raw(">");

    private static string Escape(string value) => value.AsSpan().IndexOfAny('&', '<', '"') < 0
        ? value
        : value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
