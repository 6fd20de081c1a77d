namespace ErpSync.Dolibarr.Tests;

/// <summary>Every recorded exchange goes through the connector: data is read without loss of a record, refusals are recognised, and nothing throws.</summary>
public sealed class AllRecordingsTests
{
    private static readonly HashSet<string> NotOurs =
    [
        "swagger", "invoice-pdf-build", "invoice-pdf-public-link", "auth-login",
    ];

    /// <summary>Failures without a reason in the JSON: nobody knows whether they were carried out, so they are looked up before anything is repeated.</summary>
    private static readonly HashSet<string> WithoutReason = ["category-update", "category-delete", "attribute-create-duplicate", "thirdparty-account-create"];

    public static TheoryData<string, string> All => Recorded.All();

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task Recorded_exchange_is_read_or_recognised(string folder, string name)
    {
        var recording = Recorded.Get(folder, name);
        var outcome = await Recorded.ReadAsync(recording);
        var isRefusal = recording.Response!.Status >= 300;
        switch (outcome)
        {
            case WireOutcome.Read read:
                isRefusal.Should().BeFalse("a refusal must not pass as data");
                read.Problems.Should().BeEmpty();
                break;
            case WireOutcome.Classified classified:
                (isRefusal || name is "thirdparty-by-email-duplicate" or "products-list-accept-xml").Should().BeTrue($"{classified.Problem} was made of data");
                (classified.Problem.Code == "dolibarr.failed").Should().Be(isRefusal && recording.Response.Status == 500 && WithoutReason.Contains(name), classified.Problem.ToString());
                if (WithoutReason.Contains(name) && recording.Response.Status == 500)
                    classified.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
                break;
            case WireOutcome.NotApplicable foreign:
                NotOurs.Should().Contain(name, foreign.Reason);
                break;
        }
    }

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task List_keeps_every_row(string folder, string name)
    {
        var recording = Recorded.Get(folder, name);
        if (recording.Response is not { Status: 200, Body: { } body } || body.Length == 0 || body[0] != '[' || NotOurs.Contains(name))
            return;
        var outcome = await Recorded.ReadAsync(recording);
        outcome.Should().BeOfType<WireOutcome.Read>().Which.Count.Should().Be(Recorded.Body(folder, name).GetArrayLength());
    }
}
