using ErpSync.Testing;

namespace ErpSync.WooCommerce.Tests;

/// <summary>
/// Each recording by its name, with what it proves and what the connector makes of it: <c>woocommerce-11.0.1.txt</c> has a line for each file, and each file a line.
/// A recording of another version has none and is covered by <see cref="AllRecordingsTests"/>.
/// </summary>
public sealed class NamedRecordingsTests
{
    private const string Folder = "woocommerce-11.0.1";

    public static TheoryData<string, string, string> Lines
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var parts in Read().Select(line => line.Split(" | ", 3)))
                data.Add(parts[0], parts[1], parts[2]);
            return data;
        }
    }

    [RecordingTheory]
    [MemberData(nameof(Lines))]
    public async Task Recording_proves_what_is_said_of_it(string name, string proves, string outcome)
    {
        var read = await Recorded.ReadAsync(Recorded.Get(name, Folder));

        Text(read).Should().Be(outcome, proves);
    }

    [RecordingFact]
    public void Every_recording_has_a_line_and_every_line_a_recording()
    {
        var files = RecordingFolder.Read(Path.Combine(RecordingFolder.Find()!, Folder)).Select(recording => recording.Name);

        Read().Select(line => line.Split(" | ")[0]).Should().BeEquivalentTo(files);
    }

    /// <summary>Writes down what the connector makes of each recording, to be reviewed; only when told by <c>ERPSYNC_APPROVE</c>.</summary>
    [RecordingFact]
    public async Task Outcomes_are_written_down_when_they_are_approved()
    {
        if (Environment.GetEnvironmentVariable("ERPSYNC_APPROVE") != "1")
            return;
        var lines = new List<string>();
        foreach (var parts in Read().Select(line => line.Split(" | ", 3)))
            lines.Add($"{parts[0]} | {parts[1]} | {Text(await Recorded.ReadAsync(Recorded.Get(parts[0], Folder)))}");
        await File.WriteAllLinesAsync(FileName(), lines);
    }

    private static string Text(WireOutcome outcome) => outcome switch
    {
        WireOutcome.Read read => $"read {read.Count}: {read.Text}",
        WireOutcome.Classified classified => $"{classified.Problem.Kind} {classified.Problem.Code}{(classified.Problem.Field is { } field ? $" of {field}" : "")}",
        WireOutcome.NotApplicable none => $"not applicable: {none.Reason}",
        _ => "nothing",
    };

    private static IReadOnlyList<string> Read() => [.. File.ReadAllLines(FileName()).Where(line => line.Length > 0)];

    private static string FileName()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ErpSync.sln")))
                return Path.Combine(folder.FullName, "tests", "ErpSync.WooCommerce.Tests", "Recorded", Folder + ".txt");
        }

        throw new InvalidOperationException("The solution is not above the tests.");
    }
}
