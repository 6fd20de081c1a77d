using System.Text.Json;
using ErpSync.Testing;

namespace ErpSync.Vtiger.Tests;

/// <summary>The recordings of the live CRM.</summary>
internal static class Recorded
{
    public const string Folder = "vtiger-8.2.0";

    public static IReadOnlyList<string> Names => RecordingFolder.Of("vtiger").Count == 0 ? [] : [.. RecordingFolder.Read(Path.Combine(RecordingFolder.Find()!, Folder)).Select(recording => recording.Name)];

    public static Recording Get(string name) => RecordingFolder.Read(Path.Combine(RecordingFolder.Find()!, Folder)).Single(recording => recording.Name == name);

    public static async Task<WireOutcome> ReadAsync(Recording recording)
    {
        using var recordings = new VtigerRecordings();
        var (request, response) = (recording.Request, recording.Response);
        return await recordings.ReadAsync(request.Method, request.PathAndQuery, request.Body, response?.Status ?? 0, response?.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal), response?.Body);
    }

    public static async Task<SyncProblem> ProblemAsync(string name) => (await ReadAsync(Get(name))).Should().BeOfType<WireOutcome.Classified>().Subject.Problem;

    public static async Task<WireOutcome.Read> ReadAsync(string name) => (await ReadAsync(Get(name))).Should().BeOfType<WireOutcome.Read>().Subject;

    /// <summary>The result inside a recorded answer.</summary>
    public static JsonElement Result(string name)
    {
        using var document = JsonDocument.Parse(Get(name).Response!.Body!);
        return document.RootElement.GetProperty("result").Clone();
    }
}
