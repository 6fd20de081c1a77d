namespace ErpSync.PrestaShop.Tests;

public sealed class EveryRecordingTests
{
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
