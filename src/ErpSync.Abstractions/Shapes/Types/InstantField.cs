using System.Globalization;
using System.Text.Json;

namespace ErpSync;

/// <summary>An instant in UTC that may be missing, to the second.</summary>
public sealed class InstantField : FieldType<DateTimeOffset?>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The one instance.</summary>
    public static InstantField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(DateTimeOffset? one, DateTimeOffset? other) => string.Equals(Display(one), Display(other), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, DateTimeOffset? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is null)
            json.WriteNullValue();
        else
            json.WriteStringValue(Display(value));
    }

    /// <inheritdoc/>
    public override DateTimeOffset? Read(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : DateTimeOffset.ParseExact(json.GetString() ?? "", Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <inheritdoc/>
    public override string Display(DateTimeOffset? value) => value?.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture) ?? "";
}
