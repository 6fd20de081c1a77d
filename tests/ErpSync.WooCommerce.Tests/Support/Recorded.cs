using System.Text.Json;
using ErpSync.Testing;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The recordings of the live shop.</summary>
internal static class Recorded
{
    /// <summary>All recordings as theory data; one line without content where there are none, so that the theory is skipped and not empty.</summary>
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var folder in RecordingFolder.Of("woocommerce"))
        {
            foreach (var recording in RecordingFolder.Read(folder))
                data.Add(Path.GetFileName(folder), recording.Name);
        }

        if (data.Count == 0)
            data.Add("", "");
        return data;
    }

    public static Recording Get(string name, string folder = "woocommerce-11.0.1") =>
        RecordingFolder.Read(Path.Combine(RecordingFolder.Find()!, folder)).Single(recording => recording.Name == name);

    public static async Task<WireOutcome> ReadAsync(Recording recording)
    {
        using var recordings = new WooRecordings();
        var (request, response) = (recording.Request, recording.Response);
        return await recordings.ReadAsync(
            request.Method, request.PathAndQuery, request.Headers, request.Body, response?.Status ?? 0, response?.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal), response?.Body, recording.Direction);
    }

    public static async Task<SyncProblem> ProblemAsync(string name) => (await ReadAsync(Get(name))).Should().BeOfType<WireOutcome.Classified>().Subject.Problem;

    public static JsonElement Body(string name)
    {
        using var document = JsonDocument.Parse(Get(name).Response!.Body!);
        return document.RootElement.Clone();
    }
}
