using System.Text.Json;

namespace ErpSync.Vtiger.Tests;

/// <summary>Every recorded exchange goes through the connector. <c>expected.tsv</c> names each file, what it proves and what the connector makes of it.</summary>
public sealed class AllRecordingsTests
{
    private static readonly Dictionary<string, string[]> Expected = Lines().ToDictionary(parts => parts[0], StringComparer.Ordinal);

    public static TheoryData<string> All => Recorded.Names is { Count: > 0 } names ? [.. names] : [""];

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task Recorded_exchange_is_read_or_recognised(string name)
    {
        var recording = Recorded.Get(name);
        var outcome = await Recorded.ReadAsync(recording);
        var (verdict, text) = outcome switch
        {
            WireOutcome.Read read => ("read", read.Problems.Count == 0 ? read.Text : "unreadable: " + read.Problems[0]),
            WireOutcome.Classified classified => (classified.Problem.Code, classified.Problem.Kind.ToString()),
            _ => ("n/a", ((WireOutcome.NotApplicable)outcome).Reason),
        };
        if (Expected.TryGetValue(name, out var expected))
            (verdict, text).Should().Be((expected[1], expected[2]), $"the recording shows: {expected[3]}");
        else
            text.Should().NotStartWith("unreadable");
        var isSuccess = recording.Response is { Status: 200, Body: { } body } && IsSuccess(body);
        (verdict == "read").Should().Be(isSuccess, "a refusal must not pass as data, nor data as a refusal");
    }

    [RecordingFact]
    public void Every_recording_is_named_with_what_it_proves() => Recorded.Names.Should().OnlyContain(name => Expected.ContainsKey(name));

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task List_keeps_every_row(string name)
    {
        var recording = Recorded.Get(name);
        if (recording.Response is not { Status: 200, Body: { } body } || !IsSuccess(body))
            return;
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.GetProperty("result") is { ValueKind: JsonValueKind.Array } list)
            (await Recorded.ReadAsync(recording)).Should().BeOfType<WireOutcome.Read>().Which.Count.Should().Be(list.GetArrayLength());
    }

    private static bool IsSuccess(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.True;
    }

    private static IEnumerable<string[]> Lines()
    {
        using var reader = new StreamReader(typeof(AllRecordingsTests).Assembly.GetManifestResourceStream("expected.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
