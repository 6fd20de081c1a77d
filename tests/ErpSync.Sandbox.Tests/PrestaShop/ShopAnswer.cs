using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>An answer of the store.</summary>
internal sealed record ShopAnswer(int Status, string ContentType, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Body => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public XElement Xml => XDocument.Parse(Body).Root!;

    public int[] Codes => ContentType.StartsWith("application/json", StringComparison.Ordinal)
        ? Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(error => error.GetProperty("code").GetInt32())] : []
        : Body.StartsWith("<?xml", StringComparison.Ordinal) ? [.. Xml.Descendants("error").Elements("code").Select(code => (int)code)] : [];
}
