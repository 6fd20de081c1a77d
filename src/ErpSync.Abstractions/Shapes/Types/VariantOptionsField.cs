using System.Text.Json;

namespace ErpSync;

/// <summary>The options of a variant; order and case do not count.</summary>
public sealed class VariantOptionsField : FieldType<ValueList<VariantOption>>
{
    /// <summary>The one instance.</summary>
    public static VariantOptionsField Instance { get; } = new();

    /// <summary>The options in a form that is equal for equal options: sorted, lower case, for example <c>colour=red|size=m</c>.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The text; empty when there are none.</returns>
    public static string Key(ValueList<VariantOption> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Join('|', options.Select(option => $"{option.Name.Trim()}={option.Value.Trim()}".ToLowerInvariant()).Order(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public override bool AreEqual(ValueList<VariantOption> one, ValueList<VariantOption> other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, ValueList<VariantOption> value)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(value);
        json.WriteStartArray();
        foreach (var option in value.OrderBy(option => option.Name, StringComparer.Ordinal))
        {
            json.WriteStringValue(option.Name);
            json.WriteStringValue(option.Value);
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override ValueList<VariantOption> Read(JsonElement json) =>
        json.EnumerateArray().Select(part => part.GetString() ?? "").Chunk(2).Select(pair => new VariantOption(pair[0], pair[1])).ToValueList();

    /// <inheritdoc/>
    public override string Display(ValueList<VariantOption> value) => string.Join(", ", value.Select(option => $"{option.Name}: {option.Value}"));
}
