using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ErpSync;

/// <summary>Small structures as compact JSON. The names are short because there may be a million of them.</summary>
internal static class StoredText
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Ids as a list of texts.</summary>
    public static string FromIds(IEnumerable<RemoteId> ids) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var id in ids)
            writer.WriteStringValue(id.Value);
        writer.WriteEndArray();
    });

    public static ValueList<RemoteId> ToIds(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateArray().Select(id => new RemoteId(id.GetString()!)).ToValueList();
    }

    /// <summary>Numbers as a list.</summary>
    public static string FromNumbers(IEnumerable<long> numbers) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    });

    /// <summary>Open fields as a list of [name, reason, UTC ticks]; null when there is none.</summary>
    public static string? FromOpenFields(ValueList<OpenField> fields) => fields.Count == 0 ? null : Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var field in fields)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(field.Field);
            writer.WriteNumberValue((int)field.Reason);
            writer.WriteNumberValue(field.Since.UtcTicks);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    });

    public static ValueList<OpenField> ToOpenFields(string? text)
    {
        if (text is null)
            return [];
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateArray()
            .Select(field => new OpenField(field[0].GetString()!, (OpenReason)field[1].GetInt32(), new DateTimeOffset(field[2].GetInt64(), TimeSpan.Zero)))
            .ToValueList();
    }

    /// <summary>A problem, its raw part cut to 2,000 characters. Its kind is written by name, because the numbers are not promised.</summary>
    public static string FromProblem(SyncProblem problem) => Write(writer =>
    {
        var bounded = StoreProblems.Bounded(problem);
        writer.WriteStartObject();
        writer.WriteString("k", bounded.Kind.ToString());
        writer.WriteString("c", bounded.Code);
        writer.WriteString("m", bounded.Message);
        WriteText(writer, "r", bounded.Remedy);
        WriteText(writer, "n", bounded.Connection);
        WriteText(writer, "e", bounded.EntityKind?.Name);
        WriteText(writer, "i", bounded.Id?.Value);
        WriteText(writer, "f", bounded.Field);
        WriteText(writer, "w", bounded.Raw);
        if (bounded.Arguments.Count > 0)
        {
            writer.WriteStartObject("v");
            foreach (var (name, value) in bounded.Arguments)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }
        if (bounded.HttpStatus is { } status)
            writer.WriteNumber("h", status);
        if (bounded.RetryAfter is { } wait)
            writer.WriteNumber("a", wait.Ticks);
        writer.WriteEndObject();
    });

    public static SyncProblem ToProblem(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var kind = Enum.TryParse<ProblemKind>(root.GetProperty("k").GetString(), out var known) ? known : ProblemKind.Rejected;
        return new SyncProblem(kind, root.GetProperty("c").GetString()!, root.GetProperty("m").GetString()!)
        {
            Remedy = Text(root, "r"),
            Connection = Text(root, "n"),
            EntityKind = Text(root, "e") is { } entity ? new EntityKind(entity) : null,
            Id = Text(root, "i") is { } id ? new RemoteId(id) : null,
            Field = Text(root, "f"),
            Raw = Text(root, "w"),
            Arguments = root.TryGetProperty("v", out var values) ? TextMap.From(values.EnumerateObject().Select(value => KeyValuePair.Create(value.Name, value.Value.GetString() ?? ""))) : TextMap.Empty,
            HttpStatus = root.TryGetProperty("h", out var status) ? status.GetInt32() : null,
            RetryAfter = root.TryGetProperty("a", out var wait) ? TimeSpan.FromTicks(wait.GetInt64()) : null,
        };
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            content(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
