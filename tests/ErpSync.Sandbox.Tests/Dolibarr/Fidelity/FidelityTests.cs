using System.Text;
using System.Text.Json;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>Replays every recording of a simulated endpoint and compares status, media type, errors, and the fields with their JSON types.</summary>
public sealed class FidelityTests
{
    public static TheoryData<string, string> Replayed()
    {
        var data = new TheoryData<string, string>();
        foreach (var (version, recording) in All().Where(r => Scope.Reason(r.Recording) is null))
            data.Add(version, recording.Name);
        return data;
    }

    [RecordedTheory]
    [MemberData(nameof(Replayed))]
    public async Task The_stand_in_answers_as_recorded(string version, string name)
    {
        var recording = All().Single(r => r.Version == version && r.Recording.Name == name).Recording;
        await using var erp = new DolibarrSandbox(World.Options(version, name));
        World.Seed(erp, version, name, recording.Response!.Body ?? "");
        await erp.StartAsync();

        using var client = new HttpClient();
        using var request = Request(erp, recording.Request);
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();

        var recorded = recording.Response;
        ((int)answer.StatusCode).Should().Be(recorded.Status, "the answer is {0}", body);
        (answer.Content.Headers.ContentType?.MediaType ?? "").Should().Be(recorded.MediaType);
        if (recorded.MediaType != "application/json")
        {
            Tags(body).Should().Equal(Tags(recorded.Body ?? ""));
            return;
        }

        var (recordedHtml, recordedJson) = Split(recorded.Body!);
        var (html, json) = Split(body);
        (html.Length > 0).Should().Be(recordedHtml.Length > 0, "HTML stands before the JSON");
        string.Join('\n', Fields(json).Except(Fields(recordedJson)).Select(f => "too much: " + f).Concat(Fields(recordedJson).Except(Fields(json)).Select(f => "missing: " + f))).Should().BeEmpty();
        if (recorded.Status >= 400)
            Error(json).Should().Be(Error(recordedJson));
    }

    [RecordedFact]
    public void Every_recording_is_replayed_or_listed_with_a_reason() =>
        All().Where(r => Scope.Reason(r.Recording) is null && !Scope.IsSimulated(r.Recording)).Select(r => r.Version + "/" + r.Recording.Name).Should().BeEmpty();

    [RecordedFact]
    public void Most_recordings_of_the_simulated_endpoints_are_replayed() => Replayed().Count.Should().BeGreaterThan(150);

    private static readonly Lazy<IReadOnlyList<(string Version, Recording Recording)>> Recordings = new(() => [..
        RecordingFolder.Of("dolibarr").SelectMany(folder => RecordingFolder.Read(folder).Select(r => (Path.GetFileName(folder)["dolibarr-".Length..], r)))]);

    private static IReadOnlyList<(string Version, Recording Recording)> All() => Recordings.Value;

    private static HttpRequestMessage Request(DolibarrSandbox erp, RecordedRequest recorded)
    {
        var query = recorded.Query.Replace("REDACTED", erp.ApiKey, StringComparison.Ordinal);
        var uri = new Uri(erp.BaseAddress, "api/index.php" + Scope.Path(recorded) + (query.Length > 0 ? "?" + query : ""));
        var request = new HttpRequestMessage(new HttpMethod(recorded.Method), uri);
        foreach (var (header, value) in recorded.Headers.Where(h => h.Key is not ("Content-Type" or "Host" or "Content-Length")))
            request.Headers.TryAddWithoutValidation(header, value.Replace("REDACTED", World.Key(erp, recorded), StringComparison.Ordinal));
        if (recorded.Headers.TryGetValue("Content-Type", out var type))
            request.Content = new StringContent(recorded.Body ?? "", Encoding.UTF8, type.Split(';')[0]);
        return request;
    }

    private static IEnumerable<string> Tags(string body) => body.StartsWith('<') ? body.Split('\n').Select(line => line.Trim().Split('>')[0]) : [body];

    private static (string Html, string Json) Split(string body) =>
        body.IndexOf("\n{", StringComparison.Ordinal) is var at and >= 0 && !body.StartsWith('{') && !body.StartsWith('[') ? (body[..at], body[(at + 1)..]) : ("", body);

    /// <summary>The shape; empty for a body that is no JSON.</summary>
    private static IReadOnlyCollection<string> Fields(string json) => json.Length == 0 ? [] : JsonShape.Of(json);

    /// <summary>The words and stages of an error; its place in the code may differ by a line.</summary>
    private static string Error(string json)
    {
        using var document = JsonDocument.Parse(json);
        var debug = document.RootElement.TryGetProperty("debug", out var found) ? JsonSerializer.Serialize(found.GetProperty("stages")) : "";
        return JsonSerializer.Serialize(document.RootElement.GetProperty("error")) + debug;
    }
}
