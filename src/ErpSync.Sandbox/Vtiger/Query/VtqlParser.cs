using System.Globalization;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Parses <c>select … from … [where …] [order by …] [limit …];</c>.</summary>
internal sealed class VtqlParser
{
    private readonly List<string> _words;
    private int _at;

    private VtqlParser(string query) => _words = VtqlLexer.Cut(query);

    public static Vtql Parse(string query) => new VtqlParser(query).Read();

    private string? Next => _at >= _words.Count ? null : _words[_at] == VtqlLexer.Illegible ? throw VtigerProblem.Unknown() : _words[_at];

    private Vtql Read()
    {
        if (!Is("select"))
            throw Unexpected($"Unknown({Next})", "SELECT");
        _at++;
        var columns = Columns();
        if (!Is("from"))
            throw Unexpected($"COLUMNNAME({Next})", "FRM");
        _at++;
        var module = Take();
        var conditions = Is("where") ? Conditions() : [];
        var orderBy = new List<string>();
        var isDescending = false;
        if (Is("order"))
        {
            _at++;
            if (!Is("by"))
                throw Unexpected($"COLUMNNAME({Next})", "ORDERBY");
            do
            {
                _at++;
                orderBy.Add(Take());
            }
            while (Next == ",");
            if (Is("asc") || Is("desc"))
                isDescending = string.Equals(Take(), "desc", StringComparison.OrdinalIgnoreCase);
        }

        int? offset = null, count = null;
        if (Is("limit"))
        {
            _at++;
            count = Number();
            if (Next == ",")
            {
                _at++;
                (offset, count) = (count, Number());
            }
        }

        if (Next is null)
            throw new VtigerProblem("QUERY_SYNTAX_ERROR", $"Syntax Error on line 1: token '{(_words.Count > 0 ? _words[^1] : "")}' Unexpected End of Input(0), expected one of: SEMICOLON");
        if (Next != ";")
            throw Unexpected($"{(conditions.Count > 0 || orderBy.Count > 0 ? "COLUMNNAME" : "VALUE")}({Next})", "SEMICOLON");
        return new Vtql(columns, module, conditions, orderBy, isDescending, offset, count);
    }

    private List<string> Columns()
    {
        if (Is("count") && _words.Count > _at + 3 && _words[_at + 1] == "(" && _words[_at + 2] == "*" && _words[_at + 3] == ")")
        {
            _at += 4;
            return ["count(*)"];
        }

        var columns = new List<string> { Take() };
        while (Next == ",")
        {
            _at++;
            columns.Add(Take());
        }

        return columns;
    }

    private List<VtqlCondition> Conditions()
    {
        var conditions = new List<VtqlCondition>();
        var isOr = false;
        do
        {
            _at++;
            var field = Take();
            var operation = (Next ?? "").ToLowerInvariant();
            if (operation is not ("=" or "<" or ">" or "<=" or ">=" or "!=" or "like" or "in"))
                throw Unexpected(Next is null ? "End of Input(0)" : $"VALUE({Next})", "EQ,LT,GT,LTE,GTE,NE,IN,LIKE");
            _at++;
            conditions.Add(new VtqlCondition(field, operation, Values(operation), isOr));
            isOr = Is("or");
        }
        while (Is("and") || Is("or"));
        return conditions;
    }

    private List<VtqlValue> Values(string operation)
    {
        if (operation != "in")
            return [Value()];
        if (Next != "(")
            throw Unexpected($"VALUE({Next})", "PARENOPEN");
        var values = new List<VtqlValue>();
        do
        {
            _at++;
            values.Add(Value());
        }
        while (Next == ",");
        if (Next != ")")
            throw Unexpected($"VALUE({Next})", "COMMA,PARENCLOSE");
        _at++;
        return values;
    }

    private VtqlValue Value()
    {
        var word = Take();
        return word[0] == '\'' ? new VtqlValue(word[1..^1].Replace("''", "'", StringComparison.Ordinal), IsQuoted: true) : new VtqlValue(word, IsQuoted: false);
    }

    private int Number()
    {
        var word = Take();
        return int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected($"VALUE({word})", "VALUE");
    }

    private string Take() => Next is { } word && word != ";" ? _words[_at++] : throw Unexpected(Next is null ? "End of Input(0)" : $"SEMICOLON({Next})", "COLUMNNAME");

    private bool Is(string word) => string.Equals(Next, word, StringComparison.OrdinalIgnoreCase);

    private VtigerProblem Unexpected(string what, string expected) =>
        new("QUERY_SYNTAX_ERROR", $"Syntax Error on line 1: token '{Next ?? _words.LastOrDefault() ?? ""}' Unexpected {what}, expected one of: {expected}");
}
