using System.Text.Json;

namespace ErpSync;

/// <summary>Money that may be missing; trailing zeros do not count, the currency does.</summary>
public sealed class MoneyField : FieldType<Money?>
{
    /// <summary>The one instance.</summary>
    public static MoneyField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(Money? one, Money? other) => one == other;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, Money? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is { } money)
            json.WriteStringValue(money.ToString());
        else
            json.WriteNullValue();
    }

    /// <inheritdoc/>
    public override Money? Read(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : Money.Parse(json.GetString() ?? "");
}
