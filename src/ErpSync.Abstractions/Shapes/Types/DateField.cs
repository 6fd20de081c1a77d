using System.Globalization;
using System.Text.Json;

namespace ErpSync;

/// <summary>A day that may be missing.</summary>
public sealed class DateField : FieldType<DateOnly?>
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The one instance.</summary>
    public static DateField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(DateOnly? one, DateOnly? other) => one == other;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, DateOnly? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is null)
            json.WriteNullValue();
        else
            json.WriteStringValue(Display(value));
    }

    /// <inheritdoc/>
    public override DateOnly? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : DateOnly.ParseExact(json.GetString() ?? "", Format, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Display(DateOnly? value) => value?.ToString(Format, CultureInfo.InvariantCulture) ?? "";
}
