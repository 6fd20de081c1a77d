using System.Diagnostics;
using System.Text;
using System.Text.Json;
using QuickStart.Output;

namespace QuickStart.Steps;

/// <summary>The result, read from both systems at the end.</summary>
internal sealed record Summary
{
    public long Products { get; init; }

    public long Green { get; init; }

    public long Orange { get; init; }

    public long Red { get; init; }

    public long? ConflictsFound { get; init; }

    public long? ConflictsResolved { get; init; }

    public long Written { get; init; }

    public long? SecondRunWrites { get; init; }

    public long? SecondRunRequests { get; init; }

    public long Duplicates { get; init; }

    /// <summary>Prints the result.</summary>
    /// <returns>The exit code: 1 when a record was doubled or the second run wrote.</returns>
    public int Show(bool json)
    {
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        Screen.Line();
        Screen.Line($"Read again from both systems: {Products} products, {Green} green, {Orange} orange, {Red} red, {Duplicates} doubled. Peak memory {peak / 1024 / 1024} MB.");
        if (json)
            Console.WriteLine(ToJson(peak));
        return Duplicates > 0 || SecondRunWrites > 0 ? 1 : 0;
    }

    private string ToJson(long peak)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Write(json, "products", Products);
            Write(json, "green", Green);
            Write(json, "orange", Orange);
            Write(json, "red", Red);
            Write(json, "conflictsFound", ConflictsFound);
            Write(json, "conflictsResolved", ConflictsResolved);
            Write(json, "written", Written);
            Write(json, "secondRunWrites", SecondRunWrites);
            Write(json, "secondRunRequests", SecondRunRequests);
            Write(json, "duplicates", Duplicates);
            Write(json, "peakBytes", peak);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
