using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ErpSync.PrestaShop;

/// <summary>One error of an answer. Codes 1 to 13 are warnings of PHP, which also appear beside real errors and after writes that were carried out.</summary>
/// <param name="Code">PrestaShop's number of the error.</param>
/// <param name="Message">Its text.</param>
internal readonly record struct PrestaShopError(int Code, string Message)
{
    private static ReadOnlySpan<byte> Blank => " \t\r\n"u8;

    /// <summary>True for what PHP itself reported.</summary>
    public bool IsPhp => Code is >= 1 and <= 13;

    /// <summary>The errors of a body, JSON or XML, also of one that is cut.</summary>
    public static IReadOnlyList<PrestaShopError> Read(ReadOnlySpan<byte> body)
    {
        // A message may repeat what was sent: the form that comes first is the answer's own. PHP may have printed something before it.
        var (json, xml) = (JsonList(body), body.IndexOf("<errors>"u8));
        if (json >= 0 && (xml < 0 || json < xml))
            return FromJson(body[json..]);
        return xml >= 0 ? FromXml(Encoding.UTF8.GetString(body[xml..])) : [];
    }

    /// <summary>True when a body is errors and nothing else, whatever its status says.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> body)
    {
        var text = body.TrimStart(Blank);
        if (text.StartsWith("{"u8))
            return text[1..].TrimStart(Blank).StartsWith("\"errors\""u8) && JsonList(text) >= 0;
        var root = text.StartsWith("<"u8) ? text.IndexOf("<prestashop"u8) : -1;
        var end = root < 0 ? -1 : text[root..].IndexOf((byte)'>');
        return end >= 0 && text[(root + end + 1)..].TrimStart(Blank).StartsWith("<errors>"u8);
    }

    /// <summary>The error that says most: the first that is not PHP's, else the first.</summary>
    public static PrestaShopError? Leading(IReadOnlyList<PrestaShopError> errors) =>
        errors.Count == 0 ? null : errors.FirstOrDefault(error => !error.IsPhp) is { Message: not null } own ? own : errors[0];

    // Where the list begins; below 0 when there is none.
    private static int JsonList(ReadOnlySpan<byte> body)
    {
        var name = body.IndexOf("\"errors\""u8);
        if (name < 0)
            return -1;
        var rest = body[(name + "\"errors\""u8.Length)..].TrimStart(Blank);
        if (!rest.StartsWith(":"u8))
            return -1;
        rest = rest[1..].TrimStart(Blank);
        return rest.StartsWith("["u8) ? body.Length - rest.Length : -1;
    }

    private static List<PrestaShopError> FromJson(ReadOnlySpan<byte> list)
    {
        var errors = new List<PrestaShopError>();
        var reader = new Utf8JsonReader(list, isFinalBlock: false, default);
        var (code, message) = (0, "");
        try
        {
            while (reader.Read() && !(reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == 0))
            {
                if (reader.TokenType == JsonTokenType.EndObject)
                    errors.Add(new PrestaShopError(code, WebUtility.HtmlDecode(message)));
                else if (reader.TokenType == JsonTokenType.PropertyName)
                    ReadProperty(ref reader, ref code, ref message);
            }
        }
        catch (JsonException)
        {
            // What was read before the break counts.
        }

        return errors;
    }

    private static void ReadProperty(ref Utf8JsonReader reader, ref int code, ref string message)
    {
        var isCode = reader.ValueTextEquals("code"u8);
        var isMessage = reader.ValueTextEquals("message"u8);
        if (!reader.Read())
            return;
        if (isCode)
            code = CodeOf(ref reader);
        else if (isMessage)
            message = reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : "";
    }

    private static int CodeOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.TryGetInt32(out var number) ? number : 0,
        JsonTokenType.String => int.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var number) ? number : 0,
        _ => 0,
    };

    private static List<PrestaShopError> FromXml(string text)
    {
        var errors = new List<PrestaShopError>();
        for (var at = 0; Element(text, "code", ref at) is { } code;)
            errors.Add(new PrestaShopError(int.TryParse(code, CultureInfo.InvariantCulture, out var number) ? number : 0, WebUtility.HtmlDecode(Element(text, "message", ref at) ?? "")));
        return errors;
    }

    private static string? Element(string text, string name, ref int at)
    {
        var start = text.IndexOf($"<{name}>", at, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += name.Length + 2;
        var end = text.IndexOf($"</{name}>", start, StringComparison.Ordinal);
        end = end < 0 ? text.Length : end;
        at = end;
        var value = text[start..end].Trim();
        return value.StartsWith("<![CDATA[", StringComparison.Ordinal) && value.EndsWith("]]>", StringComparison.Ordinal) ? value[9..^3] : value;
    }
}
