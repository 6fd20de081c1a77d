using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes an object with the full recorded field set: some fields from a row, the others as they were recorded.</summary>
internal sealed class ObjectTemplate<TRow>
{
    private readonly Field[] _fields;

    /// <summary>Takes the fields of a recorded object; those named in <paramref name="writers"/> are written from the row.</summary>
    public ObjectTemplate(string json, IReadOnlyDictionary<string, Action<Utf8JsonWriter, TRow>> writers)
    {
        _fields = [.. RecordedFields.Of(json).All.Select(p => new Field(p.Name, p.Encoded, p.Recorded, writers.GetValueOrDefault(p.Name)))];
        Names = _fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlySet<string> Names { get; }

    /// <summary>Writes the object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="row">The row.</param>
    /// <param name="properties">The names to keep; null keeps all.</param>
    /// <param name="more">Writes further properties at the end.</param>
    public void Write(Utf8JsonWriter writer, TRow row, IReadOnlySet<string>? properties = null, Action<Utf8JsonWriter>? more = null)
    {
        writer.WriteStartObject();
        foreach (var field in _fields)
        {
            if (properties is not null && !properties.Contains(field.Name))
                continue;
            writer.WritePropertyName(field.Encoded);
            if (field.Write is null)
                writer.WriteRawValue(field.Recorded, skipInputValidation: true);
            else
                field.Write(writer, row);
        }

        more?.Invoke(writer);
        writer.WriteEndObject();
    }

    private sealed record Field(string Name, JsonEncodedText Encoded, byte[] Recorded, Action<Utf8JsonWriter, TRow>? Write);
}
