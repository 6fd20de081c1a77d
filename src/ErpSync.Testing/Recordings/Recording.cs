using System.Text.Json;

namespace ErpSync.Testing;

/// <summary>One HTTP exchange taken from a live server: a JSON file with a title, a request and a response.</summary>
/// <param name="File">The path of the file relative to the folder that was read, with forward slashes.</param>
/// <param name="Title">What the exchange shows, in words; empty when the file has none.</param>
/// <param name="Direction">Who sent the request when it was not the client, for example <c>server -&gt; listener</c>; null otherwise.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Response">What was answered; null when the file holds a request only.</param>
public sealed record Recording(string File, string Title, string? Direction, RecordedRequest Request, RecordedResponse? Response)
{
    /// <summary>The file name without folder and ending, for example <c>products-list-full</c>.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>Reads one recording.</summary>
    /// <param name="path">The file.</param>
    /// <param name="relativeTo">The folder that <see cref="File"/> is made relative to.</param>
    /// <returns>The recording, or null when the file is JSON but not a recorded exchange.</returns>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static Recording? Read(string path, string relativeTo)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("request", out var request) || request.ValueKind != JsonValueKind.Object)
            return null;
        var file = Path.GetRelativePath(relativeTo, path).Replace('\\', '/');
        var response = root.TryGetProperty("response", out var answer) && answer.ValueKind == JsonValueKind.Object ? RecordedResponse.From(answer) : null;
        return new Recording(file, Text(root, "title") ?? "", Text(root, "direction"), RecordedRequest.From(request), response);
    }

    internal static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static Dictionary<string, string> Headers(JsonElement element)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (element.TryGetProperty("headers", out var values) && values.ValueKind == JsonValueKind.Object)
        {
            foreach (var header in values.EnumerateObject())
                headers[header.Name] = header.Value.ValueKind == JsonValueKind.String ? header.Value.GetString()! : header.Value.GetRawText();
        }

        return headers;
    }

    /// <summary>The body as text: strings as they are, JSON values as their text, null for none.</summary>
    internal static string? Body(JsonElement element) =>
        !element.TryGetProperty("body", out var body) || body.ValueKind == JsonValueKind.Null ? null
        : body.ValueKind == JsonValueKind.String ? body.GetString()
        : body.GetRawText();
}
