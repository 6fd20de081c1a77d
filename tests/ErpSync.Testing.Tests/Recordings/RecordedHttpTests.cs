using System.Net;
using System.Text;

namespace ErpSync.Testing.Tests.Recordings;

public sealed class RecordedHttpTests
{
    private static readonly Uri Host = new("http://shop.example");

    [Fact]
    public async Task The_order_and_escaping_of_the_query_do_not_count()
    {
        using var client = Client(Exchange("GET", "/api/products?limit=3&filter%5Bid%5D=%5B1%7C2%5D", "three"));

        (await client.GetStringAsync(new Uri("/api/products?filter[id]=[1|2]&limit=3", UriKind.Relative))).Should().Be("three");
    }

    [Fact]
    public async Task Repeated_requests_play_in_order_and_the_last_stays()
    {
        using var client = Client(Exchange("GET", "/a", "one"), Exchange("GET", "/a", "two"));

        var answers = new List<string>();
        for (var round = 0; round < 3; round++)
            answers.Add(await client.GetStringAsync(new Uri("/a", UriKind.Relative)));

        answers.Should().Equal("one", "two", "two");
    }

    [Fact]
    public async Task The_same_body_comes_first()
    {
        using var client = Client(Exchange("POST", "/a", "for x", "x"), Exchange("POST", "/a", "for y", "y"));
        using var content = new StringContent("y");

        var answer = await client.PostAsync(new Uri("/a", UriKind.Relative), content);

        (await answer.Content.ReadAsStringAsync()).Should().Be("for y");
    }

    [Fact]
    public async Task Status_headers_and_bytes_are_those_of_the_recording()
    {
        var response = new RecordedResponse(404, new Dictionary<string, string> { ["Content-Type"] = "image/png", ["Content-Length"] = "999", ["X-Total"] = "7" }, $"base64(3 bytes):{Convert.ToBase64String([1, 2, 3])}", null);
        using var client = Client(Exchange("GET", "/a", "") with { Response = response });

        var answer = await client.GetAsync(new Uri("/a", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        answer.Headers.GetValues("X-Total").Should().Equal("7");
        (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task An_unknown_request_is_told_with_what_is_known_of_its_path()
    {
        using var client = Client(Exchange("GET", "/a?x=1", "one"));

        var ask = () => client.GetStringAsync(new Uri("/a?x=2", UriKind.Relative));

        (await ask.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*GET /a?x=2*GET /a?x=1*");
    }

    [Fact]
    public async Task Requests_are_kept()
    {
        using var handler = new RecordedHttp([Exchange("PUT", "/a", "one")]);
        using var client = new HttpClient(handler) { BaseAddress = Host };
        using var content = new StringContent("body", Encoding.UTF8);

        await client.PutAsync(new Uri("/a", UriKind.Relative), content);

        handler.Requests.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Method = "PUT", PathAndQuery = "/a", Body = "body" });
    }

    [RecordingsFact]
    public async Task Every_recorded_get_can_be_played()
    {
        var folder = RecordingFolder.Of("prestashop")[0];
        var recordings = RecordingFolder.Read(folder).Where(recording => recording is { Request.Method: "GET", Response: not null }).ToArray();
        using var client = new HttpClient(new RecordedHttp(recordings)) { BaseAddress = Host };

        foreach (var recording in recordings.DistinctBy(recording => recording.Request.PathAndQuery))
            ((int)(await client.GetAsync(new Uri(Host, recording.Request.PathAndQuery))).StatusCode).Should().Be(recording.Response!.Status, recording.File);
    }

    private static HttpClient Client(params Recording[] recordings) => new(new RecordedHttp(recordings)) { BaseAddress = Host };

    private static Recording Exchange(string method, string path, string answer, string? body = null) =>
        new("x.json", "", null, new RecordedRequest(method, path, new Dictionary<string, string>(), body), new RecordedResponse(200, new Dictionary<string, string>(), answer, null));
}
