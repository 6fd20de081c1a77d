using ErpSync.Testing;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Every recording of both versions is named with what it proves, and becomes exactly that.</summary>
public sealed class EveryRecordingTests
{
    public static TheoryData<string, string> All => Recorded.All();

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task Recording_becomes_what_the_table_says(string folder, string name)
    {
        RecordingTable.Of(folder).Should().ContainKey(name, "each recording is named with what it proves");
        var (outcome, proves) = RecordingTable.Of(folder)[name];
        proves.Should().NotBeEmpty();
        Words(await Recorded.ReadAsync(Recorded.Get(folder, name))).Should().Be(outcome, proves);
    }

    [RecordingFact]
    public void Table_names_no_file_that_is_not_there()
    {
        foreach (var folder in RecordingFolder.Of("dolibarr"))
            RecordingTable.Of(Path.GetFileName(folder)).Keys.Except(RecordingFolder.Read(folder).Select(recording => recording.Name)).Should().BeEmpty(folder);
    }

    private static string Words(WireOutcome outcome) => outcome switch
    {
        WireOutcome.Read read => $"read {read.Count}",
        WireOutcome.Classified classified => classified.Problem.Code,
        WireOutcome.NotApplicable none => "none: " + none.Reason,
        _ => "",
    };
}
