using System.Text;
using System.Text.Json;

namespace ErpSync.Http;

/// <summary>Looks at the first bytes of a body: is it data, a web page, or data behind something that PHP printed first?</summary>
internal static class BodyOpening
{
    public static bool IsWebPage(ReadOnlySpan<byte> opening)
    {
        var text = Trimmed(opening);
        return StartsWith(text, "<!doctype html") || StartsWith(text, "<html") || StartsWith(text, "<head");
    }

    /// <summary>True when PHP died while answering; what follows is not to be had.</summary>
    public static bool HasFatalError(ReadOnlySpan<byte> text) =>
        text.IndexOf("Fatal error"u8) >= 0 || text.IndexOf("Allowed memory size"u8) >= 0 || text.IndexOf("Maximum execution time"u8) >= 0;

    /// <summary>The page's title in the form <c>, "title"</c>, or nothing.</summary>
    public static string Title(ReadOnlySpan<byte> opening)
    {
        var text = Encoding.UTF8.GetString(opening[..Math.Min(opening.Length, 4096)]);
        var start = text.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : text.IndexOf("</title>", start, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
            return "";
        var title = text[(start + 7)..end].Trim();
        return title.Length == 0 ? "" : $", \"{(title.Length > 80 ? title[..80] : title)}\"";
    }

    /// <summary>Where the expected data begins; -1 when it does not begin in these bytes.</summary>
    public static int DataStart(ReadOnlySpan<byte> opening, ExpectedBody expected, bool isWholeBody) => expected switch
    {
        ExpectedBody.Json => JsonStart(opening, isWholeBody),
        ExpectedBody.Xml => XmlStart(opening),
        _ => 0,
    };

    private static int JsonStart(ReadOnlySpan<byte> opening, bool isWholeBody)
    {
        var first = opening.Length - Trimmed(opening).Length;
        if (first == opening.Length)
            return -1;
        var data = opening[first..];
        if (data[0] == (byte)'{' || (data[0] == (byte)'[' && (data.Length == 1 || ReadsAsJson(data))) || IsScalar(data, isWholeBody))
            return first;
        return IsWebPage(data) && !isWholeBody ? -1 : JsonStartBehindText(opening, first);
    }

    // The first bracket after a line end, blank or tag from which everything that is there reads as one JSON value.
    private static int JsonStartBehindText(ReadOnlySpan<byte> opening, int first)
    {
        for (var at = first + 1; at < opening.Length; at++)
            if (IsBracket(opening[at]) && IsBoundary(opening[at - 1]) && ReadsAsJson(opening[at..]))
                return at;
        return -1;
    }

    private static bool IsBracket(byte character) => character is (byte)'{' or (byte)'[';

    private static bool IsBoundary(byte character) => character is (byte)'>' or (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t';

    private static int XmlStart(ReadOnlySpan<byte> opening)
    {
        var declaration = opening.IndexOf("<?xml"u8);
        if (declaration >= 0)
            return declaration;
        var first = opening.Length - Trimmed(opening).Length;
        var isElement = first + 1 < opening.Length && opening[first] == (byte)'<' && (char.IsAsciiLetter((char)opening[first + 1]) || opening[first + 1] is (byte)'_' or (byte)'!');
        return isElement && !IsPrinted(opening[first..]) ? first : -1;
    }

    // What PHP and database layers print in front of data.
    private static bool IsPrinted(ReadOnlySpan<byte> text) =>
        StartsWith(text, "<br") || StartsWith(text, "<b>") || StartsWith(text, "<div") || StartsWith(text, "<pre") || StartsWith(text, "<table");

    private static bool ReadsAsJson(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
        var tokens = 0;
        try
        {
            while (reader.Read())
                tokens++;
            return tokens > 1;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsScalar(ReadOnlySpan<byte> text, bool isWhole)
    {
        if (text[0] is (byte)'{' or (byte)'[' or (byte)'<')
            return false;
        if (!isWhole)
            return text[0] == (byte)'"';
        var reader = new Utf8JsonReader(text, isFinalBlock: true, default);
        try
        {
            return reader.Read() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        return text.TrimStart(" \t\r\n"u8);
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, string word) =>
        text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);
}
