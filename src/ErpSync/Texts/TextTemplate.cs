using System.Text;

namespace ErpSync.Texts;

/// <summary>Fills values into a template. <c>{name}</c> is a value; everything else stands for itself.</summary>
internal static class TextTemplate
{
    /// <summary>The filled text; null when a value is not known.</summary>
    public static string? Fill(string template, Func<string, string?> value)
    {
        var text = new StringBuilder(template.Length + 32);
        var place = 0;
        foreach (var (start, end) in Holes(template))
        {
            if (value(template[(start + 1)..end]) is not { } known)
                return null;
            text.Append(template, place, start - place).Append(known);
            place = end + 1;
        }

        return text.Append(template, place, template.Length - place).ToString();
    }

    /// <summary>The names of a template's values.</summary>
    public static IReadOnlyList<string> Names(string template) => [.. Holes(template).Select(hole => template[(hole.Start + 1)..hole.End])];

    private static IEnumerable<(int Start, int End)> Holes(string template)
    {
        for (var start = template.IndexOf('{', StringComparison.Ordinal); start >= 0; start = template.IndexOf('{', start + 1))
        {
            var end = template.IndexOf('}', start);
            if (end > start + 1 && template.AsSpan((start + 1)..end).IndexOfAnyExcept(Letters) < 0)
                yield return (start, end);
        }
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
