using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>The texts of an error answer: the message, the texts under numeric keys, and what a database layer printed in front of the JSON.</summary>
/// <param name="IsOwn">True when the body holds Dolibarr's error object.</param>
/// <param name="Message">The message without the status phrase in front; empty for a bare status.</param>
/// <param name="Details">The texts under numeric keys, in order.</param>
/// <param name="Printed">The text in front of the JSON, or the whole body when there is none; at most 64 KiB.</param>
internal sealed record ErrorBody(bool IsOwn, string Message, IReadOnlyList<string> Details, string Printed)
{
    private static readonly string[] Phrases =
    [
        "Bad Request", "Unauthorized", "Forbidden", "Not Found", "Method Not Allowed", "Conflict", "Unprocessable Entity", "Internal Server Error",
        "Not Implemented", "Service Unavailable", "Not Modified", "Precondition Failed",
    ];

    /// <summary>Message and details in one line.</summary>
    public string Text => string.Join(" | ", Details.Prepend(Message).Where(text => text.Length > 0));

    /// <summary>True when message, details or what was printed contain the words.</summary>
    public bool Says(string words) => Text.Contains(words, StringComparison.OrdinalIgnoreCase) || Printed.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a body: JSON, or text followed by JSON (the last top-level object counts), or neither.</summary>
    public static ErrorBody Read(string body)
    {
        var trimmed = body.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (TryRead(trimmed, "") is { } whole)
            return whole;
        for (var at = trimmed.LastIndexOf("\n{", StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : trimmed.LastIndexOf("\n{", at - 1, StringComparison.Ordinal))
        {
            if (TryRead(trimmed[(at + 1)..], trimmed[..at]) is { } behind)
                return behind;
        }

        var brace = trimmed.IndexOf("{\"error\"", StringComparison.Ordinal);
        return (brace > 0 ? TryRead(trimmed[brace..], trimmed[..brace]) : null) ?? new ErrorBody(false, "", [], trimmed);
    }

    private static ErrorBody? TryRead(string text, string printed)
    {
        if (text.Length == 0 || text[0] != '{')
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Get("error") is { ValueKind: JsonValueKind.Object } error ? From(error, printed) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ErrorBody From(JsonElement error, string printed)
    {
        var details = error.EnumerateObject()
            .Where(entry => entry.Name.All(char.IsAsciiDigit) && entry.Value.AsText() is { Length: > 0 })
            .Select(entry => entry.Value.AsText()!)
            .ToList();
        return new ErrorBody(true, WithoutPhrase(error.Text("message") ?? ""), details, printed);
    }

    private static string WithoutPhrase(string message)
    {
        foreach (var phrase in Phrases)
        {
            if (message.StartsWith(phrase, StringComparison.Ordinal))
                return message[phrase.Length..].TrimStart(':', ' ');
        }

        return message;
    }
}
