using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.WooCommerce;

/// <summary>Replays the recordings of the simulated routes and compares status, media type, codes of errors, and the fields of the first record with their JSON types.</summary>
public sealed class WooFidelityTests
{
    private static readonly HashSet<string> Derived = ["_links", "price_html", "related_ids", "permalink_template", "generated_slug", "post_password", "currency_symbol", "payment_url"];

    private static readonly Lazy<IReadOnlyList<Recording>> All = new(() => [.. RecordingFolder.Of("woocommerce").SelectMany(RecordingFolder.Read)]);

    public static TheoryData<string> Replayed
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var recording in All.Value.Where(recording => WooScope.Reason(recording) is null))
                data.Add(recording.Name);
            if (data.Count == 0)
                data.Add("");
            return data;
        }
    }

    [WooRecordedTheory]
    [MemberData(nameof(Replayed))]
    public async Task The_stand_in_answers_as_recorded(string name)
    {
        var recording = All.Value.First(one => one.Name == name);
        await using var shop = new WooCommerceSandbox(WooWorld.Options(name));
        WooWorld.Seed(shop.State, name);
        await shop.StartAsync();
        using var client = new HttpClient();
        await WooWorld.SubscribeAsync(shop, client, name);
        using var request = Request(shop, recording.Request);
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();

        ((int)answer.StatusCode).Should().Be(recording.Response!.Status, "the answer is {0}", body[..Math.Min(400, body.Length)]);
        if (recording.Request.Method == "HEAD")
            return;
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        using var told = JsonDocument.Parse(body);
        using var recorded = JsonDocument.Parse(recording.Response.Body!);
        told.RootElement.ValueKind.Should().Be(recorded.RootElement.ValueKind);
        if (recording.Response.Status >= 400)
            told.RootElement.GetProperty("code").GetString().Should().Be(recorded.RootElement.GetProperty("code").GetString());
        if (name.Contains("modified-after", StringComparison.Ordinal))
            (told.RootElement.GetArrayLength() == 0).Should().Be(recorded.RootElement.GetArrayLength() == 0, "the window of dates is the recorded one");
        Compare(First(told.RootElement), First(recorded.RootElement));
    }

    private static void Compare(JsonElement? told, JsonElement? recorded)
    {
        if (told is not { ValueKind: JsonValueKind.Object } mine || recorded is not { ValueKind: JsonValueKind.Object } theirs)
            return;
        var missing = theirs.EnumerateObject().Select(field => field.Name).Where(field => !Derived.Contains(field) && !mine.TryGetProperty(field, out _)).ToList();
        missing.Should().BeEmpty("every field of the recorded record is there");
        mine.EnumerateObject().Select(field => field.Name).Where(field => !Derived.Contains(field) && !theirs.TryGetProperty(field, out _)).Should().BeEmpty("no field is invented");
        foreach (var field in theirs.EnumerateObject().Where(field => !Derived.Contains(field.Name)))
        {
            var own = mine.GetProperty(field.Name).ValueKind;
            if (own == JsonValueKind.Null || field.Value.ValueKind == JsonValueKind.Null || (own is JsonValueKind.True or JsonValueKind.False && field.Value.ValueKind is JsonValueKind.True or JsonValueKind.False))
                continue;
            own.Should().Be(field.Value.ValueKind, "the type of {0}", field.Name);
        }
    }

    private static JsonElement? First(JsonElement root) => root.ValueKind == JsonValueKind.Array ? root.GetArrayLength() > 0 ? root[0] : null : root;

    private static HttpRequestMessage Request(WooCommerceSandbox shop, RecordedRequest recorded)
    {
        var request = new HttpRequestMessage(new HttpMethod(recorded.Method), new Uri(shop.BaseAddress, recorded.PathAndQuery.TrimStart('/')));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{shop.ConsumerKey}:{shop.ConsumerSecret}")));
        if (recorded.Headers.FirstOrDefault(header => string.Equals(header.Key, "X-HTTP-Method-Override", StringComparison.OrdinalIgnoreCase)).Value is { } other)
            request.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", other);
        if (recorded.Body is { Length: > 0 } body)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }
}
