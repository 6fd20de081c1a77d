namespace ErpSync.PrestaShop.Tests;

public sealed class EveryRecordingTests
{
    public static TheoryData<string> Versions => RecordedCatalogTests.Versions;

    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Every_recording_is_named_with_what_becomes_of_it_and_what_it_shows(string version)
    {
        var actual = await RecordingTable.ActualAsync(version);
        if (Environment.GetEnvironmentVariable("ERPSYNC_APPROVE") == "1")
            RecordingTable.Write(version, actual);
        var expected = RecordingTable.Read(version);

        actual.Keys.Except(expected.Keys).Should().BeEmpty("every recording is named in the table");
        expected.Keys.Except(actual.Keys).Should().BeEmpty("the table names recordings only");
        actual.Where(line => expected[line.Key] != line.Value).Select(line => line.Value).Should().BeEmpty("what becomes of a recording is what the table says");
    }

    [RecordingsFact]
    public async Task Every_recording_is_read_classified_or_named_as_foreign()
    {
        var failures = new List<string>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var version in Recorded.Versions)
        {
            using var recordings = new PrestaShopRecordings();
            foreach (var recording in Recorded.All(version).Where(recording => recording.Response is not null))
            {
                var outcome = await Recorded.ReadAsync(recordings, recording);
                counts[outcome.GetType().Name] = counts.GetValueOrDefault(outcome.GetType().Name) + 1;
                if (Fault(outcome, recording.Response!.Status) is { } fault)
                    failures.Add($"{version} {recording.File}: {fault}");
            }
        }

        failures.Should().BeEmpty();
        counts["Read"].Should().BeGreaterThan(500);
        counts["Classified"].Should().BeGreaterThan(100);
    }

    private static string? Fault(WireOutcome outcome, int status) => outcome switch
    {
        WireOutcome.Read { Problems: [var problem, ..] } => problem.ToString(),
        WireOutcome.Read when status >= 300 => $"read although the status is {status}",
        WireOutcome.Classified when status < 300 => $"a problem although the status is {status}: {((WireOutcome.Classified)outcome).Problem}",
        WireOutcome.Classified { Problem.Message.Length: 0 } => "a problem without a message",
        _ => null,
    };
}
