namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class CategoryTests : DolibarrTest
{
    public CategoryTests()
    {
        State.AddCategory(c => { c.Label = "Clothes"; c.RefExt = "PS-CAT-1"; });
        State.AddProduct(p => p.Ref = "A");
    }

    [Fact]
    public async Task A_type_is_sent_by_name_and_comes_back_as_a_number()
    {
        (await Post("categories", """{"label":"Shirts","type":"product","fk_parent":1,"ref_ext":"PS-CAT-2"}""")).Body.Should().Be("2");

        var read = await Get("categories/1?include_childs=true");
        read["type"].GetString().Should().Be("0");
        read["childs"][0].GetProperty("fk_parent").GetInt32().Should().Be(1);
        (await Get("categories/1"))["childs"].GetArrayLength().Should().Be(0);
        (await Get("categories?type=product&sqlfilters=(t.ref_ext:=:'PS-CAT-2')&properties=id")).Json.GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_label_exists_once_under_one_parent()
    {
        (await Post("categories", """{"label":"clothes","type":"product"}""")).Status.Should().Be(500);
        (await Post("categories", """{"label":"Clothes","type":"product","fk_parent":1}""")).Status.Should().Be(200);
        (await Post("categories", """{"label":"Clothes","type":"customer"}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Links_are_made_twice_and_by_reference_and_taken_away()
    {
        (await Post("categories/1/objects/product/1")).Status.Should().Be(200);
        (await Post("categories/1/objects/product/ref/A")).Status.Should().Be(200);

        (await Get("products/1/categories")).Json[0].GetProperty("label").GetString().Should().Be("Clothes");
        (await Get("categories/object/product/1")).Json.GetArrayLength().Should().Be(1);
        (await Get("categories/1/objects?type=product")).Refs.Should().Equal("A");

        (await Delete("categories/1/objects/product/1")).Status.Should().Be(200);
        (await Get("products/1/categories")).Json.GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Linking_an_unknown_product_is_500() => (await Post("categories/1/objects/product/99")).Status.Should().Be(500);

    [Fact]
    public async Task Labels_lose_tags_and_descriptions_keep_them()
    {
        var reply = await Put("categories/1", """{"label":"Clothes é & <b>x</b>","description":"Updated é & <b>bold</b>"}""");

        reply["label"].GetString().Should().Be("Clothes é & x");
        reply["description"].GetString().Should().Be("Updated é &amp; <b>bold</b>");
    }

    [Fact]
    public async Task Deleting_is_500_in_the_recorded_version_and_keeps_the_category()
    {
        (await Delete("categories/1")).Message.Should().Be("Internal Server Error: Error when delete category : ");

        State.Categories.Count.Should().Be(1);
    }

    [Fact]
    public async Task Third_parties_are_linked_to_categories_of_customers_and_listed_by_their_ids()
    {
        State.AddThirdParty(party => (party["name"], party["client"]) = ("Dupont", "1"));
        var id = State.AddCategory(category => (category.Label, category.Type) = ("Retail", 2)).Id;

        (await Post($"categories/{id}/objects/customer/1", "")).Status.Should().Be(200);
        (await Get($"categories/{id}/objects?type=customer&onlyids=1")).Body.Should().Contain("\"1\"");
        (await Get("categories?type=customer")).Json.GetArrayLength().Should().Be(1);
        (await Delete($"categories/{id}/objects/customer/1")).Status.Should().Be(200);
        (await Get($"categories/{id}/objects?type=customer&onlyids=1")).Json.GetArrayLength().Should().Be(0);
        (await Post($"categories/{id}/objects/customer/99", "")).Status.Should().Be(500);
    }
}
