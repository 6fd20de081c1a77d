using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Reads the items of a write out of the body: XML, or a form field named xml. Document types are not read.</summary>
internal static class InputXml
{
    public static async Task<string> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        return context.Request.HasFormContentType && body.StartsWith("xml=", StringComparison.Ordinal) ? FormField(body) : body;
    }

    public static XElement[] Items(string body, Edition edition)
    {
        var parseError = new ApiError(127, $"XML error : String could not be parsed as XML\nXML length : {Encoding.UTF8.GetByteCount(body)}\nOriginal XML : {body}");
        if (body.Length == 0)
            throw new Refusal(500, parseError);
        try
        {
            using var text = new StringReader(body.TrimStart('\uFEFF'));
            using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return [.. XDocument.Load(xml).Root!.Elements()];
        }
        catch (XmlException error)
        {
            var line = edition == Edition.V9 ? 1510 : 1544;
            const string File = "webservice/WebserviceRequest.php";
            const string Call = "SimpleXMLElement::__construct(): ";
            throw new Refusal(500,
                ApiError.Warning($"{Call}Entity: line {error.LineNumber}: parser error : {error.Message}", File, line),
                ApiError.Warning(Call + body, File, line),
                ApiError.Warning(Call + "^", File, line),
                parseError);
        }
    }

    /// <summary>The field xml of a form; sent unencoded by some clients, so that only its beginning is sure.</summary>
    private static string FormField(string body)
    {
        var value = body["xml=".Length..];
        return value.StartsWith('<') ? value : new PhpQuery(body)["xml"] ?? "";
    }
}
