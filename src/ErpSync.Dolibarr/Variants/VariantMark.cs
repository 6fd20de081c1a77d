using System.Globalization;
using System.Text;

namespace ErpSync.Dolibarr;

/// <summary>
/// How a separate product says that it stands for a variant: <c>ref_ext</c> is the create's token, <c>~v</c> and the parent's id. The character <c>~</c> cannot occur in a token
/// and passes Dolibarr's filters. The options stand in the private note, and for people in the first line of the description.
/// </summary>
internal static class VariantMark
{
    private const string NoteStart = "[erpsync-options ";

    public static string Write(string token, long parentId) => $"{token}{ProductIds.Mark}{JsonValues.Invariant(parentId)}";

    /// <summary>The parent's id, or null when the text is not a mark.</summary>
    public static long? ParentOf(string? refExt)
    {
        var at = refExt?.LastIndexOf(ProductIds.Mark, StringComparison.Ordinal) ?? -1;
        return at >= 0 && long.TryParse(refExt.AsSpan(at + ProductIds.Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }

    /// <summary>The token in front of the mark; the text itself when there is no mark.</summary>
    public static string? TokenOf(string? refExt) =>
        ParentOf(refExt) is null ? refExt : refExt![..refExt!.LastIndexOf(ProductIds.Mark, StringComparison.Ordinal)];

    public static string Note(ValueList<VariantOption> options) =>
        $"{NoteStart}{string.Join("; ", options.Select(option => $"{Escape(option.Name)}={Escape(option.Value)}"))}]";

    public static string FirstLine(ValueList<VariantOption> options) =>
        $"<p>{string.Join(", ", options.Select(option => $"{System.Net.WebUtility.HtmlEncode(option.Name)}: {System.Net.WebUtility.HtmlEncode(option.Value)}"))}</p>";

    /// <summary>The options of a separate product: from its note, else from the first line of its description; empty when both were removed.</summary>
    public static ValueList<VariantOption> Options(ProductRow row)
    {
        var note = row.NotePrivate ?? "";
        var start = note.IndexOf(NoteStart, StringComparison.Ordinal);
        var end = start < 0 ? -1 : note.IndexOf(']', start);
        if (end > 0)
            return Split(note[(start + NoteStart.Length)..end], "; ", '=', Unescape);
        var close = row.Description.IndexOf("</p>", StringComparison.OrdinalIgnoreCase);
        return row.Description.StartsWith("<p>", StringComparison.OrdinalIgnoreCase) && close > 0
            ? Split(System.Net.WebUtility.HtmlDecode(row.Description[3..close]), ", ", ':', static text => text)
            : [];
    }

    private static ValueList<VariantOption> Split(string text, string between, char inside, Func<string, string> read)
    {
        var options = new List<VariantOption>();
        foreach (var pair in text.Split(between, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf(inside, StringComparison.Ordinal);
            if (at < 1)
                return [];
            options.Add(new VariantOption(read(pair[..at]).Trim(), read(pair[(at + 1)..]).Trim()));
        }

        return options.ToValueList();
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if ("%=;[]&<>\"'".Contains(character, StringComparison.Ordinal))
                result.Append('%').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture));
            else
                result.Append(character);
        }

        return result.ToString();
    }

    private static string Unescape(string text)
    {
        try
        {
            return Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            return text;
        }
    }
}
