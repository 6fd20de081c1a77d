namespace ErpSync.Vtiger;

/// <summary>What a recorded request asked for, as far as its parameters tell.</summary>
/// <param name="Operation">The operation; empty when there is none.</param>
/// <param name="Module">The module, from <c>elementType</c>, the query or the id; empty when it is not told.</param>
internal sealed record RecordedRequest(string Operation, string Module)
{
    /// <summary>The columns of a query; empty for all.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public static RecordedRequest Read(string method, string pathAndQuery, string? body)
    {
        var query = pathAndQuery.Split('?', 2) is [_, var text] ? text : "";
        var parameters = Form(query).Concat(method == "GET" || body is null ? [] : body.Contains("form-data", StringComparison.Ordinal) ? Parts(body) : Form(body))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        var vtql = parameters.GetValueOrDefault("query", "");
        var words = vtql.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        var from = Array.FindIndex(words, word => string.Equals(word, "from", StringComparison.OrdinalIgnoreCase));
        var module = parameters.GetValueOrDefault("elementType") ?? parameters.GetValueOrDefault("module") ?? parameters.GetValueOrDefault("relatedType") ?? (from >= 0 && from + 1 < words.Length ? words[from + 1] : "");
        return new RecordedRequest(parameters.GetValueOrDefault("operation", ""), module)
        {
            Columns = from > 1 && words[1] != "*" ? string.Concat(words[1..from]).Split(',', StringSplitOptions.RemoveEmptyEntries) : [],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(string text) => text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
        .Select(pair => KeyValuePair.Create(Decoded(pair[0]), pair.Length > 1 ? Decoded(pair[1]) : ""));

    // Parts of a multipart body: the name stands in the disposition, the value behind an empty line.
    private static IEnumerable<KeyValuePair<string, string>> Parts(string body)
    {
        foreach (var part in body.ReplaceLineEndings("\n").Split("Content-Disposition: form-data; name=\"").Skip(1))
        {
            if (part.Split("\n\n", 2) is [var head, var value])
                yield return KeyValuePair.Create(head.Split('"')[0], value.Split('\n')[0]);
        }
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
