using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The properties of a recorded object as they stand in it, parsed once for all servers of a process.</summary>
internal sealed class RecordedFields
{
    private static readonly ConditionalWeakTable<string, RecordedFields> Known = [];

    private RecordedFields(string json)
    {
        using var document = JsonDocument.Parse(json);
        All = [.. document.RootElement.EnumerateObject().Select(p => new Field(p.Name, JsonEncodedText.Encode(p.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping), Encoding.UTF8.GetBytes(p.Value.GetRawText())))];
    }

    public IReadOnlyList<Field> All { get; }

    public static RecordedFields Of(string json) => Known.GetValue(json, static text => new RecordedFields(text));

    /// <summary>One property.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Encoded">The name as it is written.</param>
    /// <param name="Recorded">The value in JSON.</param>
    internal sealed record Field(string Name, JsonEncodedText Encoded, byte[] Recorded);
}
