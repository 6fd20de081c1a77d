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
        try
        {
            using var stream = body.OpenStream();
            return Load(stream);
        }
        catch (XmlException fault)
        {
            if (!BodyOpening.HasFatalError(Tail(body.Span)) && Repair(body.Span) is { } document)
                return document;
            throw EndsInsideXml(body.Span)
                ? Truncated(body.Span, origin, fault)
                : Malformed(body.Span, HttpProblemCodes.MalformedXml, "XML", origin, fault);
        }
    }

    private static XDocument Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
        return XDocument.Load(reader);
    }

    // PHP prints warnings of its last steps behind the document, which is whole all the same; and databases hold control characters that no XML may.
    private static XDocument? Repair(ReadOnlySpan<byte> body)
    {
        var end = EndOfRoot(body);
        if (end == 0)
            return null;
        var whole = body[..end].ToArray();
        var kept = Array.FindAll(whole, one => one >= 0x20 || one is (byte)'\t' or (byte)'\n' or (byte)'\r');
        return end == body.Length && kept.Length == whole.Length ? null : TryLoad(kept);
    }

    private static XDocument? TryLoad(byte[] body)
    {
        try
        {
            using var stream = new MemoryStream(body, writable: false);
            return Load(stream);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Behind the last tag that closes the first element; 0 when there is none.
    private static int EndOfRoot(ReadOnlySpan<byte> body)
    {
        var name = NameOfRoot(body);
        for (var text = body; name.Length > 0 && text.LastIndexOf("</"u8) is var at and >= 0; text = text[..at])
        {
            var rest = text[(at + 2)..];
            if (rest.StartsWith(name) && rest[name.Length..].TrimStart(" \t\r\n"u8).StartsWith(">"u8))
                return at + 2 + rest.IndexOf((byte)'>') + 1;
        }

        return 0;
    }

    private static ReadOnlySpan<byte> NameOfRoot(ReadOnlySpan<byte> text)
    {
        var tag = 0;
        while (tag < text.Length && !(text[tag] == (byte)'<' && tag + 1 < text.Length && text[tag + 1] is not ((byte)'?' or (byte)'!')))
            tag++;
        var name = tag < text.Length ? text[(tag + 1)..] : default;
        var length = name.IndexOfAny(" \t\r\n/>"u8);
        return length <= 0 ? default : name[..length];
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
        var name = NameOfRoot(text);
        return name.IsEmpty || !(text.EndsWith(">"u8) && text[..^1].TrimEnd(" \t\r\n/"u8).EndsWith(name));
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
