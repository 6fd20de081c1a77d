namespace ErpSync.Sandbox.Tests.PrestaShop;

public class ImageTests
{
    [Fact]
    public async Task An_upload_is_200_with_the_id_and_the_stored_bytes_differ_from_the_sent_ones()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();

        var answer = await UploadAsync(client, "images/products/1", Pictures.Form(Pictures.Jpeg));
        var second = await UploadAsync(client, "images/products/1", Pictures.Form(Pictures.Png, mediaType: "image/png"));
        var download = await client.GetAsync("images/products/1/1");

        answer.Status.Should().Be(200);
        answer.Xml.Element("image")!.Element("id")!.Value.Should().Be("1");
        Convert.FromBase64String(answer.Xml.Element("content")!.Value).Should().Equal(download.Bytes).And.NotEqual(Pictures.Jpeg);
        second.Xml.Element("image")!.Element("cover")!.Value.Should().BeEmpty();
        (await client.JsonAsync("products/1?display=[id_default_image]")).GetProperty("products")[0].GetProperty("id_default_image").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task An_upload_with_JSON_output_answers_the_picture_without_its_id()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();

        var answer = await UploadAsync(client, "images/products/1?output_format=JSON", Pictures.Form(Pictures.Jpeg));

        answer.ContentType.Should().Be("image/jpeg");
        answer.Bytes.Should().Equal(client.State.Images.Find(1)!.Content);
    }

    [Fact]
    public async Task Bad_uploads_are_400_with_code_76()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();

        (await UploadAsync(client, "images/products/1", Pictures.Form(Pictures.Jpeg, field: "file"))).Codes.Should().Equal(76);
        (await UploadAsync(client, "images/products/1", Pictures.Form("text"u8.ToArray()))).Codes.Should().Equal(76);
        (await UploadAsync(client, "images/products/1", new ByteArrayContent(Pictures.Jpeg))).Codes.Should().Equal(76);
        (await UploadAsync(client, "images/products/9", Pictures.Form(Pictures.Jpeg))).Codes.Should().Equal(76);
        client.State.Images.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_picture_is_replaced_by_POST_with_ps_method_but_not_by_PUT()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        client.State.AddImage(1, Pictures.Jpeg);
        var before = client.State.Images.Find(1)!.Content;

        var put = await UploadAsync(client, "images/products/1/1", Pictures.Form(Pictures.Png), "PUT");
        var post = await UploadAsync(client, "images/products/1/1?ps_method=PUT", Pictures.Form(Pictures.Png));

        (put.Status, put.Codes[0], post.Status).Should().Be((400, 76, 200));
        client.State.Images.Find(1)!.Content.Should().NotEqual(before);
    }

    [Fact]
    public async Task The_cover_is_chosen_through_the_product_and_lists_are_XML_only()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        client.State.AddImage(1, Pictures.Jpeg);
        client.State.AddImage(1, Pictures.Png);

        await client.SendAsync("PATCH", "products/1", InputXmlText.Of("product", "<id>1</id><id_default_image>2</id_default_image>"));
        var list = await client.GetAsync("images/products/1");
        var json = await client.GetAsync("images/products/1?output_format=JSON");

        client.State.Images.Of(1).Select(image => image.Cover).Should().Equal(false, true);
        list.Xml.Descendants("declination").Select(image => (int)image.Attribute("id")!).Should().Equal(1, 2);
        (json.Status, json.Codes[^1]).Should().Be((500, 61));
    }

    [Fact]
    public async Task Missing_pictures_are_400_but_a_product_without_any_is_404()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        client.State.AddImage(1, Pictures.Jpeg);
        client.State.AddProduct();

        (await client.GetAsync("images/products/1/99")).Codes.Should().Equal(57);
        (await client.GetAsync("images/products/2")).Status.Should().Be(404);
        (await client.SendAsync("DELETE", "images/products/1/1")).Status.Should().Be(200);
        (await client.GetAsync("images/products/1")).Status.Should().Be(404);
    }

    private static async Task<ShopAnswer> UploadAsync(ShopClient client, string path, HttpContent content, string method = "POST")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(client.Shop.BaseAddress, "api/" + path)) { Content = content };
        return await client.SendAsync(request);
    }
}
