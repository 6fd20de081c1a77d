namespace ErpSync.Sandbox.Tests.Dolibarr;

/// <summary>What moves a product's column tms, and what does not.</summary>
public sealed class ModificationTimeTests : DolibarrTest
{
    private readonly DolibarrProduct _product;
    private readonly DateTimeOffset _before;

    public ModificationTimeTests()
    {
        State.ProductExtraFields.Add("shopid");
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        _product = State.AddProduct(p => { (p.Ref, p.Label, p.Price, p.VatRate) = ("A", "Apple", 10m, 20m); p.WasUpdated = true; });
        State.AddCategory(c => c.Label = "Fruit");
        State.AddAttribute("SIZE", "Size", "S");
        _before = _product.Modified;
        Clock.Advance(TimeSpan.FromMilliseconds(90_400));
    }

    [Fact]
    public async Task A_changed_label_moves_it_to_whole_seconds()
    {
        await Put("products/1", """{"label":"Pear"}""");

        _product.Modified.Should().Be(_before.AddSeconds(90));
    }

    [Fact]
    public async Task A_changed_price_moves_it() => await Moves(() => Put("products/1", """{"price":"11"}"""));

    [Fact]
    public async Task A_translation_moves_it() => await Moves(() => Put("products/1", """{"multilangs":{"fr_FR":{"label":"Pomme"}}}"""));

    [Fact]
    public async Task A_stock_movement_moves_it() => await Moves(() => Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":5}"""));

    [Fact]
    public async Task A_person_in_the_screen_moves_it() => await Moves(() =>
    {
        State.EditProduct(1, p => p.Label = "Pear");
        return Task.CompletedTask;
    });

    [Fact]
    public async Task The_same_values_again_do_not_move_it() => await Stays(() => Put("products/1", """{"label":"Apple","price":"10"}"""));

    [Fact]
    public async Task A_category_link_does_not_move_it() => await Stays(() => Post("categories/1/objects/product/1"));

    [Fact]
    public async Task An_image_does_not_move_it() =>
        await Stays(() => Post("documents/upload", """{"filename":"a.png","modulepart":"product","ref":"A","filecontent":"aGk=","fileencoding":"base64"}"""));

    [Fact]
    public async Task A_new_variant_does_not_move_its_parent() =>
        await Stays(() => Post("products/1/variants", """{"weight_impact":0,"price_impact":2,"price_impact_is_percent":0,"features":{"1":1}}"""));

    [Fact]
    public async Task An_extra_field_moves_only_its_own_row()
    {
        await Stays(() => Put("products/1", """{"array_options":{"options_shopid":"7"}}"""));

        _product.ExtraFieldsModified.Should().Be(_before.AddSeconds(90));
        (await Filter($"(ef.tms:>:'{_before:yyyy-MM-dd HH:mm:ss}')")).Refs.Should().Equal("A");
    }

    private async Task Moves(Func<Task> act)
    {
        await act();
        _product.Modified.Should().Be(_before.AddSeconds(90));
    }

    private async Task Stays(Func<Task> act)
    {
        await act();
        _product.Modified.Should().Be(_before);
    }
}
