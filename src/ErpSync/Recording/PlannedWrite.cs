using System.Text;
using System.Text.Json;

namespace ErpSync.Recording;

/// <summary>A field that is about to be written.</summary>
/// <param name="Name">The field.</param>
/// <param name="Old">What the target held, as JSON in its own ids.</param>
/// <param name="Wanted">What it shall hold, as JSON in the first side's ids.</param>
/// <param name="IsDifference">True for a quantity, whose movements are counted from what was agreed on.</param>
internal sealed record PlannedField(string Name, string Old, string Wanted, bool IsDifference);

/// <summary>Updates of two linked records that are about to be sent.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="First">The id at the first side.</param>
/// <param name="Second">The id at the second side.</param>
internal sealed record PlannedWrite(long Run, RemoteId First, RemoteId Second)
{
    public IReadOnlyList<PlannedField> FirstFields { get; init; } = [];

    public IReadOnlyList<PlannedField> SecondFields { get; init; } = [];

    public IReadOnlyList<PlannedField> Fields(Side side) => side == Side.First ? FirstFields : SecondFields;

    public static string Write(IEnumerable<PlannedWrite> writes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var write in writes)
            {
                json.WriteStartArray();
                json.WriteNumberValue(write.Run);
                json.WriteStringValue(write.First.Value);
                json.WriteStringValue(write.Second.Value);
                Write(json, write.FirstFields);
                Write(json, write.SecondFields);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static IReadOnlyList<PlannedWrite> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(row => new PlannedWrite(row[0].GetInt64(), new RemoteId(row[1].GetString()!), new RemoteId(row[2].GetString()!))
        {
            FirstFields = Fields(row[3]),
            SecondFields = Fields(row[4]),
        })];
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<PlannedField> fields)
    {
        json.WriteStartArray();
        foreach (var field in fields)
        {
            json.WriteStartArray();
            json.WriteStringValue(field.Name);
            json.WriteRawValue(field.Old);
            json.WriteRawValue(field.Wanted);
            json.WriteBooleanValue(field.IsDifference);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<PlannedField> Fields(JsonElement fields) =>
        [.. fields.EnumerateArray().Select(field => new PlannedField(field[0].GetString()!, field[1].GetRawText(), field[2].GetRawText(), field[3].GetBoolean()))];
}
