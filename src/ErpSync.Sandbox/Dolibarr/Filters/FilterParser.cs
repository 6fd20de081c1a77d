using System.Globalization;
using System.Text.RegularExpressions;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Reads the parameter sqlfilters: criteria <c>(column:operator:value)</c> joined by and, or, nested in parentheses.</summary>
internal sealed partial class FilterParser
{
    private readonly string _text;
    private readonly string _now;
    private int _at;

    private FilterParser(string text, string now)
    {
        _text = text;
        _now = now;
    }

    /// <summary>Parses a filter.</summary>
    /// <param name="filter">The parameter.</param>
    /// <param name="now">The server's local time as the database writes it.</param>
    /// <param name="place">The place in the server's code that refuses.</param>
    /// <exception cref="RestException">400 for bad syntax; 503 for a value that is read as a column.</exception>
    public static FilterNode Parse(string filter, string now, string place)
    {
        var text = filter.TrimStart().StartsWith('(') ? filter : $"({filter})";
        var parser = new FilterParser(text, now);
        return parser.Either() is { } node && parser.AtEnd()
            ? node
            : throw new RestException(400, $"Error when validating parameter sqlfilters -> Bad syntax of the search string: {text}") { Place = place };
    }

    private FilterNode? Either() => Chain("or", Both, static parts => new AnyOf(parts));

    private FilterNode? Both() => Chain("and", Single, static parts => new AllOf(parts));

    private FilterNode? Chain(string word, Func<FilterNode?> part, Func<List<FilterNode>, FilterNode> join)
    {
        var parts = new List<FilterNode>();
        do
        {
            if (part() is not { } node)
                return null;
            parts.Add(node);
        }
        while (Word(word));
        return parts is [var only] ? only : join(parts);
    }

    private FilterNode? Single()
    {
        SkipBlanks();
        var match = Criteria().Match(_text, _at);
        if (match.Success && match.Index == _at)
        {
            _at += match.Length;
            return Read(match);
        }

        if (_at >= _text.Length || _text[_at] != '(')
            return null;
        _at++;
        var inner = Either();
        SkipBlanks();
        if (inner is null || _at >= _text.Length || _text[_at] != ')')
            return null;
        _at++;
        return inner;
    }

    private Criterion? Read(Match match)
    {
        var name = match.Groups["op"].Value.ToLowerInvariant();
        if (name is not ("=" or "!=" or "<>" or "<" or ">" or "<=" or ">=" or "like" or "notlike" or "in" or "notin" or "is" or "isnot"))
            return null;
        var text = match.Groups["value"].Value.Trim();
        IReadOnlyList<FilterValue> values = name is "in" or "notin" ? [.. Split(text).Select(Value)]
            : name is "is" or "isnot" ? [new FilterValue(text, IsNumber: false)]
            : [Value(text)];
        return new Criterion(match.Groups["column"].Value, name, values);
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\'')
                quoted = !quoted;
            if (i < text.Length && (text[i] != ',' || quoted))
                continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
    }

    private FilterValue Value(string text)
    {
        if (text is ['\'', .. var inner, '\''])
            return new FilterValue(inner, IsNumber: false);
        if (text == "__NOW__")
            return new FilterValue(_now, IsNumber: false);
        if (text == "__USER_ID__")
            return new FilterValue("1", IsNumber: true);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new FilterValue(text, IsNumber: true)
            : throw new RestException(503, $"Error when retrieve list : Unknown column '{text}' in 'WHERE'");
    }

    private bool Word(string word)
    {
        SkipBlanks();
        if (string.Compare(_text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0)
            return false;
        _at += word.Length;
        return true;
    }

    private bool AtEnd()
    {
        SkipBlanks();
        return _at == _text.Length;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }

    [GeneratedRegex(@"\((?<column>[a-zA-Z0-9_.]+):(?<op>[<>!=a-zA-Z]+):(?<value>[^()]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Criteria();
}
