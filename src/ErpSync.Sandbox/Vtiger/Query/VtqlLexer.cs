using System.Text.RegularExpressions;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Cuts a query into words as the server's lexer does: what it does not know (dots, double quotes, an empty text) ends in INTERNAL_SERVER_ERROR.</summary>
internal static partial class VtqlLexer
{
    /// <summary>Stands for everything from a character on that the lexer does not know; it fails when the parser comes to it.</summary>
    public const string Illegible = "\0";

    public static List<string> Cut(string query)
    {
        var words = new List<string>();
        for (var at = 0; at < query.Length;)
        {
            var blank = Blank().Match(query, at);
            if (blank.Length > 0)
            {
                at += blank.Length;
                continue;
            }

            var word = Word().Match(query, at);
            if (word.Length == 0)
            {
                words.Add(Illegible);
                break;
            }

            words.Add(word.Value);
            at += word.Length;
        }

        return words;
    }

    [GeneratedRegex(@"\G[ \t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\G([A-Za-z0-9_]+|'([^']|'')+'|\(|\)|[+-]?[0-9]+|,|\*|<=|>=|!=|=|<|>|;)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
