using System.Text.Json;

namespace ErpSync.Testing;

/// <summary>The request of a recorded exchange.</summary>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="PathAndQuery">The path with its query, as sent, beginning with a slash.</param>
/// <param name="Headers">The headers; names compare without case.</param>
/// <param name="Body">The body as text; null for none. Multipart bodies are described in words.</param>
public sealed record RecordedRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>The path without the query.</summary>
    public string Path => PathAndQuery.Split('?', 2)[0];

    /// <summary>The query without its question mark; empty when there is none.</summary>
    public string Query => PathAndQuery.Split('?', 2) is [_, var query] ? query : "";

    internal static RecordedRequest From(JsonElement element) => new(
        (Recording.Text(element, "method") ?? "GET").ToUpperInvariant(),
        Recording.Text(element, "path") ?? Recording.Text(element, "url") ?? "/",
        Recording.Headers(element),
        Recording.Body(element));
}
