using System.Text.Json;

namespace ErpSync;

/// <summary>One of a fixed list of words, or none. Stored by name.</summary>
/// <typeparam name="TEnum">The list.</typeparam>
public sealed class EnumField<TEnum> : FieldType<TEnum?>
    where TEnum : struct, Enum
{
    /// <summary>The one instance.</summary>
    public static EnumField<TEnum> Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(TEnum? one, TEnum? other) => EqualityComparer<TEnum?>.Default.Equals(one, other);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, TEnum? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is null)
            json.WriteNullValue();
        else
            json.WriteStringValue(Display(value));
    }

    /// <inheritdoc/>
    public override TEnum? Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        return Enum.TryParse<TEnum>(json.GetString(), out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"'{json.GetString()}' is not one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
    }

    /// <inheritdoc/>
    public override string Display(TEnum? value) => value is { } word ? Enum.GetName(word) ?? "" : "";
}
