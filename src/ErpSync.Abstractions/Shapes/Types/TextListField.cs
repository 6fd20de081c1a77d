using System.Text.Json;

namespace ErpSync;

/// <summary>A list of single lines in an order that counts, such as tracking numbers.</summary>
public sealed class TextListField : ListField<string>
{
    /// <summary>The one instance.</summary>
    public static TextListField Instance { get; } = new();

    /// <inheritdoc/>
    protected override bool OrderCounts => true;

    /// <inheritdoc/>
    protected override string Key(string item) => item.Trim();

    /// <inheritdoc/>
    protected override void WriteItem(Utf8JsonWriter json, string item) => json.WriteStringValue(item);

    /// <inheritdoc/>
    protected override string ReadItem(JsonElement json) => json.GetString() ?? "";
}
