using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Vtiger.Fidelity;

/// <summary>Every recording in its order: status, media type, errors, fields with their JSON types, and values.</summary>
public sealed class VtigerFidelityTests(HistoryRun run) : IClassFixture<HistoryRun>
{
    public static TheoryData<string> Replayed
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var word in HistoryScript.Words.Where(word => word[0] != '!' && VtigerRecordings.ByName.ContainsKey(word) && VtigerScope.Reason(word) is null))
                data.Add(word);
            if (data.Count == 0)
                data.Add("");
            return data;
        }
    }

    [VtigerRecordedTheory]
    [MemberData(nameof(Replayed))]
    public void The_stand_in_answers_as_recorded(string name) => string.Join('\n', run.Differences[name].Take(20)).Should().BeEmpty();

    [VtigerRecordedFact]
    public void Every_recording_is_replayed() => VtigerRecordings.ByName.Keys.Except(HistoryScript.Words, StringComparer.Ordinal).Should().BeEmpty();

    [VtigerRecordedFact]
    public void Only_what_is_listed_with_a_reason_differs() =>
        run.Differences.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key).Should().BeSubsetOf(VtigerScope.Names);
}

/// <summary>A theory over recordings; skipped visibly on a machine without any.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VtigerRecordedTheoryAttribute : TheoryAttribute
{
    public VtigerRecordedTheoryAttribute()
    {
        if (RecordingFolder.Of("vtiger").Count == 0)
            Skip = "There are no recordings of vtiger on this machine.";
    }
}

/// <summary>A fact over recordings; skipped visibly on a machine without any.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VtigerRecordedFactAttribute : FactAttribute
{
    public VtigerRecordedFactAttribute()
    {
        if (RecordingFolder.Of("vtiger").Count == 0)
            Skip = "There are no recordings of vtiger on this machine.";
    }
}
