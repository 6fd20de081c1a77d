using System.Text;
using System.Text.RegularExpressions;

namespace ErpSync.Dolibarr;

/// <summary>
/// Builds the parameter <c>sqlfilters</c>. Its language has no escapes and an input filter in front of it refuses what looks like SQL or script, so only values of
/// harmless characters are written as they are; any other character becomes the wildcard of one character, and the caller compares what comes back exactly.
/// </summary>
internal static partial class SqlFilter
{
    /// <summary>Rows whose column is one of the numbers.</summary>
    public static string In(string column, IEnumerable<long> values) => $"({column}:in:{string.Join(',', values.Select(JsonValues.Invariant))})";

    /// <summary>Rows whose number is above a limit.</summary>
    public static string Above(string column, long value) => $"({column}:>:{JsonValues.Invariant(value)})";

    /// <summary>Rows whose number is one value.</summary>
    public static string Is(string column, long value) => $"({column}:=:{JsonValues.Invariant(value)})";

    /// <summary>Rows whose instant is not before local text <c>YYYY-MM-DD HH:MM:SS</c>.</summary>
    public static string Since(string column, string localTime) =>
        LocalTime().IsMatch(localTime) ? $"({column}:>=:'{localTime}')" : throw new ArgumentException("Not a local time.", nameof(localTime));

    /// <summary>Rows whose text may be one of the values: a superset, to be compared exactly.</summary>
    public static string MayBe(string column, IReadOnlyCollection<string> values)
    {
        var safe = values.Where(IsSafe).ToList();
        var parts = new List<string>();
        if (safe.Count > 0)
            parts.Add($"({column}:in:{string.Join(',', safe.Select(value => $"'{value}'"))})");
        parts.AddRange(values.Where(value => !IsSafe(value)).Select(value => $"({column}:like:'{Pattern(value)}')"));
        return Or(parts);
    }

    /// <summary>Rows whose text may begin with one of the values: a superset, to be compared exactly.</summary>
    public static string MayBeginWith(string column, IEnumerable<string> values) => Or([.. values.Select(value => $"({column}:like:'{Pattern(value)}%')")]);

    /// <summary>Rows whose text may contain the value: a superset.</summary>
    public static string MayContain(string column, string value) => $"({column}:like:'%{Pattern(value)}%')";

    public static string And(string one, string other) => $"{one} and ({other})";

    public static string Or(IReadOnlyList<string> parts) => parts is [var only] ? only : string.Join(" or ", parts);

    /// <summary>The filter as query parameter.</summary>
    public static string Query(string filter) => "sqlfilters=" + Uri.EscapeDataString(filter);

    /// <summary>True when the value can stand between quotes as it is.</summary>
    public static bool IsSafe(string value) => SafeText().IsMatch(value) && !SqlWord().IsMatch(value);

    /// <summary>A pattern that the value matches, of harmless characters only.</summary>
    public static string Pattern(string value)
    {
        var pattern = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            pattern.Append(IsHarmless(rune) ? rune.ToString() : "_");
        // A wildcard inside breaks the words that the input filter looks for.
        return SqlWord().Replace(pattern.ToString(), static word => word.Value[..1] + "_" + word.Value[2..]);
    }

    private static bool IsHarmless(Rune rune) =>
        rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) || " -._:~".Contains((char)rune.Value, StringComparison.Ordinal) : Rune.IsLetterOrDigit(rune) && rune.IsBmp;

    [GeneratedRegex(@"^[\p{L}\p{Nd} \-._:~]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SafeText();

    [GeneratedRegex("union|select|insert|delete|update|drop|create|alter|truncate|into|from|script|iframe|object|embed|sleep|benchmark|schema|exec|eval|user|charset|onload|onerror|onclick|onmouse", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SqlWord();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LocalTime();
}
