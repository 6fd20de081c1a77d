namespace ErpSync.WooCommerce.Tests;

/// <summary>Every recorded exchange goes through the connector: data is read without loss of a record, refusals are recognised, and nothing throws.</summary>
public sealed class AllRecordingsTests
{
    public static TheoryData<string, string> All => Recorded.All();

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task Recorded_exchange_is_read_or_recognised(string folder, string name)
    {
        var recording = Recorded.Get(name, folder);
        var outcome = await Recorded.ReadAsync(recording);
        var status = recording.Response?.Status ?? 200;
        switch (outcome)
        {
            case WireOutcome.Read read:
                status.Should().BeLessThan(300, "a refusal must not pass as data");
                read.Problems.Should().BeEmpty();
                break;
            case WireOutcome.Classified classified:
                status.Should().BeGreaterThanOrEqualTo(300, $"{classified.Problem} was made of data");
                classified.Problem.Code.Should().NotStartWith("http.json", "an error of the shop is known by its own code");
                break;
            case WireOutcome.NotApplicable:
                name.Should().Be("image-download");
                break;
        }
    }

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task List_keeps_every_row(string folder, string name)
    {
        var recording = Recorded.Get(name, folder);
        if (recording.Response is not { Status: 200, Body: { Length: > 0 } body } || body[0] != '[' || recording.Direction is not null)
            return;
        var outcome = await Recorded.ReadAsync(recording);
        using var document = System.Text.Json.JsonDocument.Parse(body);
        outcome.Should().BeOfType<WireOutcome.Read>().Which.Count.Should().Be(document.RootElement.GetArrayLength());
    }
}
