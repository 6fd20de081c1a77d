using System.Text;

namespace ErpSync.Vtiger;

/// <summary>
/// Builds queries. Values are quoted by doubling the apostrophe, the only escape that VTQL knows, and the backslash, which the database behind it takes for one: a value that ends
/// with a backslash would swallow its closing quote. Names of modules and fields are checked, so that nothing that comes from a record or an option can end a text or add a condition.
/// </summary>
internal static class Vtql
{
    /// <summary>The most rows of a page, whatever is asked for.</summary>
    public const int PageSize = 100;

    /// <summary>How long the text of a query may get in an address, escaped: web servers take 8 kB of headers.</summary>
    public const int MostCharacters = 6000;

    public static string Quote(string value) => "'" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal) + "'";

    public static string Name(string name) => name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        ? name
        : throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, VtigerCodes.Query, $"'{name}' is no name of a module or field.") { Field = name });

    public static string Select(string module, IEnumerable<string> columns, string? where = null, string? order = null, int? limit = null, int offset = 0)
    {
        var text = new StringBuilder("select ").AppendJoin(',', columns.Select(column => column == "*" ? "*" : Name(column))).Append(" from ").Append(Name(module));
        if (!string.IsNullOrEmpty(where))
            text.Append(" where ").Append(where);
        if (order is not null)
            text.Append(" order by ").Append(order);
        if (limit is { } rows)
            text.Append(" limit ").Append(offset > 0 ? JsonValues.Invariant(offset) + "," : "").Append(JsonValues.Invariant(rows));
        return text.Append(';').ToString();
    }

    public static string Count(string module, string? where = null) => $"select count(*) from {Name(module)}{(string.IsNullOrEmpty(where) ? "" : " where " + where)};";

    public static string In(string field, IEnumerable<string> values) => $"{Name(field)} in ({string.Join(',', values.Select(Quote))})";

    public static string Equal(string field, string value) => $"{Name(field)} = {Quote(value)}";

    public static string And(params string?[] conditions) => string.Join(" and ", conditions.Where(condition => !string.IsNullOrEmpty(condition)));

    /// <summary>Parts of a list of values that each fit one query: at most a page, and short enough for an address.</summary>
    public static IEnumerable<IReadOnlyList<string>> Parts(IEnumerable<string> values)
    {
        var part = new List<string>();
        var length = 0;
        foreach (var value in values)
        {
            var own = Uri.EscapeDataString(Quote(value)).Length + 1;
            if (part.Count > 0 && (part.Count == PageSize || length + own > MostCharacters))
            {
                yield return part;
                (part, length) = ([], 0);
            }

            part.Add(value);
            length += own;
        }

        if (part.Count > 0)
            yield return part;
    }
}
