using System.Text.Json;
using System.Xml.Linq;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>Replays what live stores were asked and compares the stand-in's answers with theirs.</summary>
public class FidelityTests
{
    public static TheoryData<string, string> Compared => Select(reason => reason is null);

    public static TheoryData<string, string> Listed => Select(reason => reason is not null);

    [RecordingTheory]
    [MemberData(nameof(Compared))]
    public async Task A_recorded_request_is_answered_in_the_recorded_form(string version, string file)
    {
        var recording = Read(version, file);
        await using var client = await ShopClient.StartAsync(version);
        RecordedState.Prepare(client.Shop, recording);
        using var request = RecordedCall.Build(client.Shop, recording);
        client.UseKey(null);

        var answer = await client.SendAsync(request);

        var expected = recording.Response!;
        var because = $"{recording.Title}: {answer.Body[..Math.Min(600, answer.Body.Length)]}";
        answer.Status.Should().Be(expected.Status, because);
        Plain(answer.ContentType).Should().Be(Plain(expected.Headers.GetValueOrDefault("Content-Type", "")), because);
        answer.Headers.GetValueOrDefault("PSWS-Version").Should().Be(expected.Headers.GetValueOrDefault("PSWS-Version"), because);
        answer.Headers.ContainsKey("WWW-Authenticate").Should().Be(expected.Headers.ContainsKey("WWW-Authenticate"), because);
        CompareBodies(recording, answer, because);
    }

    [RecordingTheory]
    [MemberData(nameof(Listed))]
    public async Task A_request_outside_the_simulation_is_not_answered_by_a_guess(string version, string file)
    {
        var recording = Read(version, file);
        await using var client = await ShopClient.StartAsync(version);
        RecordedState.Prepare(client.Shop, recording);
        using var request = RecordedCall.Build(client.Shop, recording);

        var answer = await client.SendAsync(request);

        answer.Status.Should().BeOneOf([404, 501], recording.Title);
    }

    [RecordingTheory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public void Every_listed_name_is_a_recording(string version)
    {
        var names = RecordingFolder.Read(Folder(version)).Select(recording => recording.Name);

        NotCompared.ByName.Keys.Except(names).Should().BeEmpty();
    }

    private static void CompareBodies(Recording recording, ShopAnswer answer, string because)
    {
        var body = recording.Response!.Body ?? "";
        if (recording.Request.Method == "HEAD" || body.StartsWith("base64(", StringComparison.Ordinal))
        {
            (answer.Bytes.Length > 0).Should().Be(recording.Request.Method != "HEAD", because);
            return;
        }

        if (recording.Response.MediaType == "application/json" && body.Length > 0)
            CompareJson(recording, body, answer, because);
        else if (body.StartsWith("<?xml", StringComparison.Ordinal))
            CompareXml(recording, body, answer, because);
        else
            (answer.Bytes.Length > 0).Should().Be(body.Length > 0, because);
    }

    private static void CompareJson(Recording recording, string body, ShopAnswer answer, string because)
    {
        var whole = !body.Contains("...(truncated", StringComparison.Ordinal);
        Shape.OfJson(answer.Body, whole: true).Should().BeEquivalentTo(Shape.OfJson(body, whole), because);
        if (!whole)
            return;
        using var expected = JsonDocument.Parse(body);
        Collapse(answer.Codes).Should().Equal(Collapse(Codes(expected.RootElement)), because);
        Message(answer.Json).Should().Be(Message(expected.RootElement), because);
        if (!RecordedState.IsBeforeCreates(recording.Name) || recording.Name is "products-list-sort-date-with-date1")
            return;
        if (recording.Request.Query.Contains("sort=", StringComparison.Ordinal))
            Ids(answer.Json).Should().Equal(Ids(expected.RootElement), because);
        else
            Ids(answer.Json).Should().BeEquivalentTo(Ids(expected.RootElement), because);
    }

    private static void CompareXml(Recording recording, string body, ShopAnswer answer, string because)
    {
        var expected = Shape.OfXml(body);
        Shape.OfXml(answer.Body).Should().BeEquivalentTo(expected, because);
        Collapse(answer.Codes).Should().Equal(Collapse(XDocument.Parse(body).Descendants("error").Elements("code").Select(code => (int)code)), because);
        Message(answer.Xml).Should().Be(Message(XDocument.Parse(body).Root!), because);
        if (recording.Request.Method is "POST" or "PUT" && recording.Response!.Status is 200 or 201)
            Values(answer.Xml).Should().Equal(Values(XDocument.Parse(body).Root!), because);
        if (RecordedState.IsBeforeCreates(recording.Name))
            answer.Xml.Descendants("product").Attributes("id").Select(id => id.Value).Should().Equal(XDocument.Parse(body).Descendants("product").Attributes("id").Select(id => id.Value), because);
    }

    /// <summary>The values that the answer to a POST or PUT shows, but for those that the moment decides.</summary>
    private static List<string> Values(XElement root) =>
        [.. root.Elements().SelectMany(item => item.Elements()).Where(field => field.Name.LocalName is not ("id" or "date_add" or "date_upd" or "position" or "position_in_category" or "secure_key" or "passwd" or "last_passwd_gen" or "newsletter_date_add" or "associations" or "content")).Select(field => $"{field.Name}={field.Value}")];

    private static IEnumerable<int> Codes(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(error => error.GetProperty("code").GetInt32()) : [];

    /// <summary>The first message that is not a warning of PHP, without the guess of what was meant.</summary>
    private static string Message(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("errors", out var errors)
            ? Told(errors.EnumerateArray().Select(error => (error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString()!)))
            : "";

    private static string Message(XElement root) => Told(root.Descendants("error").Select(error => ((int)error.Element("code")!, error.Element("message")!.Value)));

    private static string Told(IEnumerable<(int Code, string Message)> errors)
    {
        var message = errors.Where(error => error.Code != 3).Select(error => error.Message.ReplaceLineEndings("\n")).FirstOrDefault() ?? "";
        var guess = message.IndexOf("Did you mean: \"", StringComparison.Ordinal);
        return guess < 0 ? message : message[..guess] + message[(message.IndexOf("\"?", guess, StringComparison.Ordinal) + 2)..];
    }

    private static int[] Ids(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("products", out var products) ? [.. products.EnumerateArray().Select(product => product.GetProperty("id").GetInt32())] : [];

    /// <summary>Repeated codes once: how often PHP warns depends on its XML library.</summary>
    private static List<int> Collapse(IEnumerable<int> codes)
    {
        var collapsed = new List<int>();
        foreach (var code in codes)
        {
            if (collapsed.Count == 0 || collapsed[^1] != code)
                collapsed.Add(code);
        }

        return collapsed;
    }

    private static string Plain(string contentType) => contentType.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Folder(string version) => RecordingFolder.Of("prestashop").Single(folder => folder.EndsWith(version, StringComparison.Ordinal));

    private static Recording Read(string version, string file) => Recording.Read(Path.Combine(Folder(version), file), Folder(version))!;

    private static TheoryData<string, string> Select(Func<string?, bool> wanted)
    {
        var data = new TheoryData<string, string>();
        foreach (var folder in RecordingFolder.Of("prestashop"))
        {
            var version = Path.GetFileName(folder).Split('-', 2)[1];
            foreach (var recording in RecordingFolder.Read(folder).Where(recording => recording.Response is not null && wanted(NotCompared.Reason(recording, version))))
                data.Add(version, recording.File);
        }

        return data;
    }
}
