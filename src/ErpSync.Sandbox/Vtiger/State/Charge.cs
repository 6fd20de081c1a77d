using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>An order's charge for shipping: what was sent, and its taxes as they were sent; a tax that nobody sent is the number 0.</summary>
internal sealed record Charge(string? Value, IReadOnlyDictionary<string, JsonNode> Taxes);

/// <summary>A file that was uploaded.</summary>
internal sealed record StoredFile(long Number, string Name, string MediaType, byte[] Bytes);
