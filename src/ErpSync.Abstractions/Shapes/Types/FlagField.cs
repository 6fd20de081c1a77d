using System.Text.Json;

namespace ErpSync;

/// <summary>Yes, no, or no such switch.</summary>
public sealed class FlagField : FieldType<bool?>
{
    /// <summary>The one instance.</summary>
    public static FlagField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(bool? one, bool? other) => one == other;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, bool? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is { } flag)
            json.WriteBooleanValue(flag);
        else
            json.WriteNullValue();
    }

    /// <inheritdoc/>
    public override bool? Read(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.GetBoolean();

    /// <inheritdoc/>
    public override string Display(bool? value) => value switch { true => "yes", false => "no", null => "" };
}
