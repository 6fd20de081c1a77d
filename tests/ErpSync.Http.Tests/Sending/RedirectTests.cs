using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Sending;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("https://www.shop.example/sub/?ws_key=abcdef", "another host (302, www.shop.example)")]
    [InlineData("http://shop.example/sub/items", "from https to http on shop.example")]
    [InlineData("https://shop.example:8443/sub/", "another port of shop.example (302, 8443)")]
    [InlineData("/login?token=abcdef", "another path of shop.example")]
    [InlineData("https://shop.example/home", "another path of shop.example")]
    public async Task A_redirect_is_explained_by_its_host_alone(string location, string explanation)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Redirect(location)).Then(Reply.Json("[]"));

        var problem = await shop.FailAsync(Call.Get("items"));

        problem.Kind.Should().Be(ProblemKind.Misconfigured);
        problem.Code.Should().Be(HttpProblemCodes.Redirected);
        problem.Message.Should().Contain(explanation);
        problem.ToString().Should().NotContain("abcdef").And.NotContain("/login").And.NotContain("/home");
        shop.System.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Every_kind_of_redirect_counts_and_a_write_is_not_sent_after_it(int status)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Redirect("https://other.example/", status)).Then(Reply.Json("{}"));

        (await shop.FailAsync(Call.Post("orders"))).Kind.Should().Be(ProblemKind.Misconfigured);

        shop.System.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_redirect_without_address_is_still_a_wrong_address()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(302));
        (await shop.FailAsync(Call.Get("items"))).Code.Should().Be(HttpProblemCodes.Redirected);
    }

    [Fact]
    public async Task Not_modified_is_no_redirect_and_can_be_accepted()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(304));

        (await shop.FailAsync(Call.Post("orders/1/validate"))).Code.Should().Be(HttpProblemCodes.NotModified);
        (await shop.SendAsync(Call.Post("orders/1/validate") with { Accepts = [System.Net.HttpStatusCode.NotModified] })).Should().BeEmpty();
    }
}
