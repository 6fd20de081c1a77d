using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Sending;

public sealed class CallTests
{
    [Theory]
    [InlineData("items?limit=5", "https://shop.example/sub/items?limit=5")]
    [InlineData("/items", "https://shop.example/sub/items")]
    [InlineData("http://evil.example/x", "https://shop.example/sub/http://evil.example/x")]
    [InlineData("//evil.example/x", "https://shop.example/sub/evil.example/x")]
    [InlineData("items?filter[name]=a%20b%26c", "https://shop.example/sub/items?filter[name]=a%20b%26c")]
    public async Task A_path_stays_below_the_base_address_and_escaped(string path, string address)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Json("[]"));

        await shop.SendAsync(Call.Get(path));

        shop.System.Requests[0].Address.AbsoluteUri.Should().Be(address);
    }

    [Fact]
    public async Task A_path_that_climbs_out_is_refused()
    {
        using var shop = new TestConnection();
        await FluentActions.Awaiting(() => shop.SendAsync(Call.Get("../admin"))).Should().ThrowAsync<ArgumentException>();
        shop.System.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Headers_are_sent_and_the_accepted_type_follows_what_is_expected()
    {
        using var shop = new TestConnection();
        var accepted = new List<string>();
        shop.System.Then((message, _) =>
        {
            accepted.Add(message.Headers.Accept.ToString());
            message.Headers.GetValues("DOLAPIENTITY").Should().Equal("2");
            message.Headers.UserAgent.ToString().Should().StartWith("ErpSync/");
            return Task.FromResult(Reply.With(System.Net.HttpStatusCode.OK, "<a/>", "application/xml")());
        });
        var call = Call.Get("items") with { Headers = [new("DOLAPIENTITY", "2")], Expects = ExpectedBody.Xml };

        await shop.SendAsync(call);
        await shop.SendAsync(call with { Expects = ExpectedBody.Any });
        await shop.SendAsync(call with { Headers = [.. call.Headers, new("Accept", "text/plain")] });

        accepted.Should().Equal("application/xml", "", "text/plain");
    }

    [Fact]
    public void A_call_as_text_shows_no_path() => Call.Get("items?ws_key=abcdef").ToString().Should().Be("GET");

    [Fact]
    public async Task A_label_says_what_a_single_address_is_used_for()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(404));
        var problem = await shop.FailAsync(Call.Get("webservice.php?operation=query&sessionName=abc123") with { Label = "query Products" });
        problem.Message.Should().StartWith("GET sub/webservice.php (query Products): ".Replace("sub/", "", StringComparison.Ordinal));
        problem.Connection.Should().Be("shop");
    }
}
