using System.Collections.Concurrent;
using System.Text.Json;
using ErpSync.Testing;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The recordings of both servers.</summary>
internal static class Recorded
{
    public const string Newer = "dolibarr-23.0.0-beta";
    public const string Older = "dolibarr-18.0.0";

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<string, Recording>>> Folders = new(StringComparer.Ordinal);

    /// <summary>All recordings as theory data; one line without content where there are none, so that the theory is skipped and not empty.</summary>
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var folder in RecordingFolder.Of("dolibarr"))
        {
            foreach (var recording in RecordingFolder.Read(folder))
                data.Add(Path.GetFileName(folder), recording.Name);
        }

        if (data.Count == 0)
            data.Add("", "");
        return data;
    }

    public static Recording Get(string folder, string name) =>
        Folders.GetOrAdd(folder, static place => new(() => RecordingFolder.Read(Path.Combine(RecordingFolder.Find()!, place)).ToDictionary(recording => recording.Name, StringComparer.Ordinal))).Value[name];

    public static async Task<WireOutcome> ReadAsync(Recording recording)
    {
        using var recordings = new DolibarrRecordings();
        var response = recording.Response!;
        return await recordings.ReadAsync(recording.Request.Method, recording.Request.PathAndQuery, response.Status, response.Headers, response.Body, recording.Direction, recording.Request.Body);
    }

    public static async Task<SyncProblem> ProblemAsync(string folder, string name) =>
        (await ReadAsync(Get(folder, name))).Should().BeOfType<WireOutcome.Classified>().Subject.Problem;

    public static JsonElement Body(string folder, string name)
    {
        using var document = JsonDocument.Parse(Get(folder, name).Response!.Body!);
        return document.RootElement.Clone();
    }
}
