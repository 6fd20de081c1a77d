using System.Diagnostics;
using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Answers;

/// <summary>Runs calls of every fate with keys in header, path and answer, and looks for them in everything that is kept.</summary>
public sealed class SecrecyTests
{
    private static readonly string Basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(TestConnection.Key + ":"));

    [Fact]
    public async Task Keys_and_addresses_of_people_appear_nowhere()
    {
        var kept = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.Tags.Any(tag => tag is { Key: "erpsync.connection", Value: "shop" }) || activity.Source.Name.StartsWith("System.Net", StringComparison.Ordinal))
                    lock (kept)
                        kept.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events)}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var shop = new TestConnection(options =>
        {
            options.Retries = 0;
            options.Authorize = (message, _) =>
            {
                message.Headers.Authorization = new("Basic", Basic);
                return ValueTask.CompletedTask;
            };
        });
        var echo = $"unknown key {TestConnection.Key} in ws_key={TestConnection.Key}";
        shop.System
            .Then(Reply.Json("[]"))
            .Then(Reply.Status(401, echo))
            .Then(Reply.Redirect($"https://other.example/?ws_key={TestConnection.Key}"))
            .Then(new HttpRequestException($"GET https://shop.example/?ws_key={TestConnection.Key} failed"))
            .Then(Reply.Html($"<br>{echo}\n[{{\"id\":1}}]"))
            .Then(Reply.Json($"[{{\"id\":\"{TestConnection.Key}\"}}]"))
            .Then(Reply.Html($"<!doctype html><title>{TestConnection.Key}</title>"));
        var call = Call.Get($"customers/email/jane%40home.example?ws_key={TestConnection.Key}&filter=jane@home.example") with { Label = $"key {TestConnection.Key}" };

        for (var i = 0; i < 7; i++)
            await RunAsync(shop, call, kept);

        kept.AddRange(shop.Log.Lines.Select(line => $"{line.Category} {line.Text}"));
        kept.Should().HaveCountGreaterThan(20).And.Contain(text => text.Contains("customers/email/(e-mail)", StringComparison.Ordinal));
        kept.Should().NotContain(text => text.Contains(TestConnection.Key, StringComparison.OrdinalIgnoreCase) || text.Contains(Basic, StringComparison.Ordinal));
        kept.Should().NotContain(text => text.Contains("jane", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_platforms_own_request_log_is_off()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get("items?ws_key=abcdef"));

        shop.Log.Lines.Should().NotBeEmpty().And.OnlyContain(line => line.Category == "ErpSync.Http");
    }

    private static int Faulty(ref System.Text.Json.Utf8JsonReader item) => throw new FormatException(TestConnection.Key);

    private static async Task RunAsync(TestConnection shop, Call call, List<string> kept)
    {
        try
        {
            using var answer = await shop.Time.DriveAsync(shop.Client.SendAsync(call, CancellationToken.None));
            kept.Add($"printed {answer.Printed}");
            await foreach (var item in answer.ReadItemsAsync(JsonPlace.Root, Faulty, CancellationToken.None))
                kept.Add($"{item.Problem} {item.Problem?.Raw}");
        }
        catch (ConnectorException fault)
        {
            kept.Add($"{fault} {fault.InnerException} {fault.Problem.Raw} {fault.Problem.Message} {fault.Problem.Remedy}");
        }
    }
}
