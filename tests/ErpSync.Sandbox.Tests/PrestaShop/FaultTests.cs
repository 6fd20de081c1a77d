namespace ErpSync.Sandbox.Tests.PrestaShop;

public class FaultTests
{
    [Fact]
    public async Task A_500_after_the_commit_leaves_the_product_stored()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.Faults.Add(new Fault(FaultKind.ErrorAfterCommit) { Method = "POST" });

        var answer = await client.SendAsync("POST", "products", InputXmlText.Product("<reference>A</reference>"));

        (answer.Status, answer.Bytes.Length).Should().Be((500, 0));
        client.State.Products.Should().ContainSingle().Which.Reference.Should().Be("A");
    }

    [Fact]
    public async Task A_streamed_list_can_end_in_the_middle_or_begin_with_a_warning()
    {
        await using var client = await ShopClient.StartAsync();
        for (var i = 0; i < 500; i++)
            client.State.AddProduct();
        var whole = await client.GetAsync("products?display=full&output_format=JSON");
        client.Shop.Faults.Add(new Fault(FaultKind.TruncatedBody));
        client.Shop.Faults.Add(new Fault(FaultKind.PhpWarning));

        var half = await client.GetAsync("products?display=full&output_format=JSON");
        var warned = await client.GetAsync("products?display=full&output_format=JSON");

        half.Bytes.Should().HaveCount(whole.Bytes.Length / 2);
        warned.Body.Should().StartWith("<br />").And.EndWith(whole.Body);
    }

    [Fact]
    public async Task Every_request_is_counted_writes_apart()
    {
        await using var client = await ShopClient.StartAsync();

        await client.GetAsync("products");
        await client.SendAsync("POST", "products", InputXmlText.Product(""));

        (client.Shop.Requests.Total, client.Shop.Requests.Writes).Should().Be((2, 1));
        client.Shop.Requests.Snapshot().Select(request => request.Status).Should().Equal(200, 201);
    }
}
