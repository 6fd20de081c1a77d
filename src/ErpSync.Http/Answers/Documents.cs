using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace ErpSync.Http;

/// <summary>Parses whole bodies and tells a body that ends early from one that is wrong.</summary>
internal static class Documents
{
    public static JsonDocument ParseJson(PooledBody body, AnswerOrigin origin)
    {
        try
        {
            using var stream = body.OpenStream();
            return JsonDocument.Parse(stream);
        }
        catch (JsonException fault)
        {
            throw EndsInsideJson(body.Span)
                ? Truncated(body.Span, origin, fault)
                : Malformed(body.Span, HttpProblemCodes.MalformedJson, "JSON", origin, fault);
        }
    }

    public static XDocument ParseXml(PooledBody body, AnswerOrigin origin)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };
        XmlReader? reader = null;
        try
        {
            reader = XmlReader.Create(body.OpenStream(), settings);
            return XDocument.Load(reader);
        }
        catch (XmlException fault)
        {
            throw EndsInsideXml(body.Span)
                ? Truncated(body.Span, origin, fault)
                : Malformed(body.Span, HttpProblemCodes.MalformedXml, "XML", origin, fault);
        }
        finally
        {
            reader?.Dispose();
        }
    }

    private static bool EndsInsideJson(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A whole document ends by closing its first element.
    private static bool EndsInsideXml(ReadOnlySpan<byte> body)
    {
        var text = body.TrimEnd(" \t\r\n"u8);
        var tag = 0;
        while (tag < text.Length && !(text[tag] == (byte)'<' && tag + 1 < text.Length && text[tag + 1] is not ((byte)'?' or (byte)'!')))
            tag++;
        var name = tag < text.Length ? text[(tag + 1)..] : default;
        var length = name.IndexOfAny(" \t\r\n/>"u8);
        return length <= 0 || !(text.EndsWith(">"u8) && text[..^1].TrimEnd(" \t\r\n/"u8).EndsWith(name[..length]));
    }

    private static ConnectorException Truncated(ReadOnlySpan<byte> body, AnswerOrigin origin, Exception cause) =>
        BodyOpening.HasFatalError(Tail(body))
            ? origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.PhpFatal, "PHP stopped while it was answering.", Tail(body), cause: cause)
            : origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.TruncatedBody, $"The body ends early, after {body.Length} bytes.", Tail(body), cause: cause);

    private static ConnectorException Malformed(ReadOnlySpan<byte> body, string code, string format, AnswerOrigin origin, Exception cause) =>
        BodyOpening.HasFatalError(Tail(body))
            ? origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.PhpFatal, "PHP stopped while it was answering.", Tail(body), cause: cause)
            : origin.Exception(ProblemKind.Unreadable, code, $"The body is not sound {format}.", body, cause: cause);

    private static ReadOnlySpan<byte> Tail(ReadOnlySpan<byte> body) => body[Math.Max(0, body.Length - AnswerOrigin.MaxRawLength)..];
}
