using System.Net;
using System.Text.Json;

namespace ErpSync.Sandbox.Tests.Dolibarr;

/// <summary>An answer.</summary>
public sealed record Reply(HttpStatusCode Code, string MediaType, string Body)
{
    public int Status => (int)Code;

    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }

    public JsonElement this[string name] => Json.GetProperty(name);

    public string Message => Json.GetProperty("error").GetProperty("message").GetString()!;

    public string? Reason => Json.GetProperty("error").TryGetProperty("0", out var reason) ? reason.GetString() : null;

    public string[] Refs => [.. Json.EnumerateArray().Select(item => item.GetProperty("ref").GetString()!)];
}
