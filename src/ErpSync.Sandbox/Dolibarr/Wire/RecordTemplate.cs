using System.Globalization;
using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes a record with the full recorded field set: special fields from code, set columns from the row, the others as they were recorded of an object without them.</summary>
internal sealed class RecordTemplate<TRow>
    where TRow : DolibarrRecord
{
    private readonly Field[] _fields;

    public RecordTemplate(string json, IReadOnlyDictionary<string, Action<Utf8JsonWriter, TRow>> writers)
    {
        _fields = [.. RecordedFields.Of(json).All.Select(p => new Field(p.Name, p.Recorded, IsDate(p.Name), writers.GetValueOrDefault(p.Name)))];
    }

    /// <summary>Writes the object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="row">The row.</param>
    /// <param name="properties">The names to keep; null keeps all.</param>
    /// <param name="instead">Other values for some names; a null action leaves the name out.</param>
    /// <param name="more">Writes further properties at the end.</param>
    public void Write(Utf8JsonWriter writer, TRow row, IReadOnlySet<string>? properties = null, IReadOnlyDictionary<string, Action<Utf8JsonWriter>?>? instead = null, Action<Utf8JsonWriter>? more = null)
    {
        writer.WriteStartObject();
        foreach (var field in _fields)
        {
            if (properties?.Contains(field.Name) == false)
                continue;
            Action<Utf8JsonWriter>? other = null;
            if (instead?.TryGetValue(field.Name, out other) == true && other is null)
                continue;
            writer.WritePropertyName(field.Name);
            if (other is not null)
                other(writer);
            else if (field.Write is not null)
                field.Write(writer, row);
            else if (row.TryGet(field.Name, out var value))
                WriteColumn(writer, field, value);
            else
                writer.WriteRawValue(field.Recorded, skipInputValidation: true);
        }

        if (properties is null)
            more?.Invoke(writer);
        writer.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter writer, Field field, string? value)
    {
        if (field.IsDate && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            writer.WriteNumberValue(seconds);
        else if (field.IsDate && string.IsNullOrEmpty(value))
            writer.WriteStringValue("");
        else
            writer.WriteText(value);
    }

    private static bool IsDate(string name) => name.StartsWith("date", StringComparison.Ordinal) || name.EndsWith("_date", StringComparison.Ordinal) || name == "birthday";

    private sealed record Field(string Name, byte[] Recorded, bool IsDate, Action<Utf8JsonWriter, TRow>? Write);
}
