using System.Globalization;
using System.Text.Json;

namespace ErpSync.Testing;

/// <summary>The response of a recorded exchange.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers; names compare without case.</param>
/// <param name="Body">The body as text; null for none. Binary bodies read <c>base64(N bytes):…</c>, long ones cut.</param>
/// <param name="TruncatedFrom">The full size in characters when the recording cut the body; null when it is whole.</param>
public sealed record RecordedResponse(int Status, IReadOnlyDictionary<string, string> Headers, string? Body, int? TruncatedFrom)
{
    /// <summary>The media type without parameters, in lower case; empty when the header is missing.</summary>
    public string MediaType => Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0].Trim().ToLowerInvariant() : "";

    internal static RecordedResponse From(JsonElement element) => new(
        element.TryGetProperty("status", out var status) && status.TryGetInt32(out var code) ? code : 0,
        Recording.Headers(element),
        Recording.Body(element),
        element.TryGetProperty("bodyTruncatedFrom", out var cut) && int.TryParse(cut.ToString(), CultureInfo.InvariantCulture, out var size) ? size : null);
}
