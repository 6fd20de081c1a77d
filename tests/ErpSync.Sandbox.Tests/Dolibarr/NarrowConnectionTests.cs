namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class NarrowConnectionTests() : DolibarrTest(o => o.Utf8mb4 = false)
{
    [Fact]
    public async Task Emoji_in_a_product_are_500()
    {
        var reply = await Post("products", """{"ref":"EMO","label":"Party 😀"}""");

        reply.Status.Should().Be(500);
        reply.Reason.Should().Be(@"Incorrect string value: '\xF0\x9F\x98\x80' for column `doli`.`llx_product`.`label` at row 1");
    }

    [Fact]
    public async Task Emoji_in_the_update_of_a_category_print_html_before_the_json()
    {
        State.AddCategory(c => c.Label = "Clothes");

        var reply = await Put("categories/1", """{"description":"Updated 😀"}""");

        reply.Status.Should().Be(500);
        reply.MediaType.Should().Be("application/json");
        reply.Body.Should().StartWith("Dolibarr has detected a technical error.<br>").And.Contain("\n{\n    \"error\": {");
        State.Categories[1].Description.Should().BeEmpty();
    }

    [Fact]
    public async Task Emoji_in_a_new_category_read_as_if_it_existed()
    {
        (await Post("categories", """{"label":"Emoji 😀","type":"product"}""")).Reason
            .Should().Be("Impossible to add the tag/category Emoji 😀 : This category already exists with this ref");
    }
}
