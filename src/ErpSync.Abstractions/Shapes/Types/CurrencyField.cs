using System.Text.Json;

namespace ErpSync;

/// <summary>A currency, or none.</summary>
public sealed class CurrencyField : FieldType<CurrencyCode?>
{
    /// <summary>The one instance.</summary>
    public static CurrencyField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(CurrencyCode? one, CurrencyCode? other) => one == other;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, CurrencyCode? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStringValue(value?.Value);
    }

    /// <inheritdoc/>
    public override CurrencyCode? Read(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : CurrencyCode.Parse(json.GetString());
}
