using System.Text;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Recorded variants, categories, stock, taxes, files, setup and webhooks are read with the values that the recordings show.</summary>
public sealed class RecordedCatalogTests
{
    private static readonly DolibarrSetup Setup = new() { Currency = new CurrencyCode("EUR"), Prices = PriceStore.Levels, ZoneOffset = TimeSpan.Zero };

    [RecordingFact]
    public void Combinations_name_parent_child_and_features()
    {
        var rows = Recorded.Body(Recorded.Newer, "variants-list").EnumerateArray().Select(CombinationRow.Read).ToList();
        rows.Select(row => (row.Id, row.ParentId, row.ChildId)).Should().Equal((1, 1, 14), (2, 1, 13), (4, 1, 16));
        rows[0].Features.Should().Equal(new Dictionary<long, long> { [1] = 1, [2] = 3 });
        (rows[0].PriceImpact, rows[0].IsPercent, rows[1].PriceImpact, rows[1].IsPercent).Should().Be((1m, false, 10m, true));
        rows[2].Features.Should().BeEmpty();
        Recorded.Body(Recorded.Older, "variants-list").EnumerateArray().Select(CombinationRow.Read).Single().ChildId.Should().Be(8);
    }

    [RecordingFact]
    public void Child_follows_its_level_price_although_its_plain_price_is_0()
    {
        var row = ProductRow.Read(Recorded.Body(Recorded.Newer, "variant-child-after-parent-price"), TimeSpan.Zero);
        row.Price.Should().Be(0m);
        PriceMapping.Net(row, Setup).Should().Be(55m);
    }

    [RecordingFact]
    public void Child_tells_its_parent_where_it_was_asked_for()
    {
        ProductRow.Read(Recorded.Body(Recorded.Newer, "variant-child-clean"), TimeSpan.Zero).ParentId.Should().Be(47);
        ProductRow.Read(Recorded.Body(Recorded.Newer, "product-get-stock"), TimeSpan.Zero).ParentId.Should().BeNull();
    }

    [RecordingFact]
    public void Child_inherits_the_parent_s_foreign_reference() =>
        ProductRow.Read(Recorded.Body(Recorded.Newer, "variant-child-clean"), TimeSpan.Zero).RefExt.Should().Be("PS-50");

    [RecordingFact]
    public void Categories_are_read_with_parent_and_foreign_reference()
    {
        var rows = Recorded.Body(Recorded.Newer, "categories-list").EnumerateArray().Select(CategoryRow.Read).ToList();
        rows.Select(row => (row.Id, row.ParentId, row.Label)).Should().StartWith([(1, null, "Clothes"), (2, 1, "T-shirts & tops")]);
        rows[0].Description.Should().Be("<p>All <b>clothes</b></p>");
        rows[1].RefExt.Should().Be("PS-CAT-12");
        CategoryMapping.Read(rows[1], "Clothes / T-shirts & tops", Setup).Value.Parent.Should().Be(new Ref(EntityKind.Category, new RemoteId("1")));
    }

    [RecordingFact]
    public void Normal_form_of_a_category_is_what_was_stored()
    {
        var stored = CategoryMapping.Read(CategoryRow.Read(Recorded.Body(Recorded.Newer, "category-update-utf8")), null, Setup).Value;
        var sent = new Category { Name = LocalizedText.Of("en", "Clothes é & <b>x</b>"), Description = LocalizedText.Of("en", "Updated é & <b>bold</b>") };
        var normal = CategoryMapping.Normalise(sent, Setup);
        Assert.Equal(stored.Name, normal.Name);
        LocalizedTextField.Html.AreEqual(normal.Description, stored.Description).Should().BeTrue();
    }

    [RecordingFact]
    public void Stock_is_summed_over_the_warehouses_wanted()
    {
        var row = ProductRow.Read(Recorded.Body(Recorded.Newer, "product-get-after-stock"), TimeSpan.Zero);
        row.Stock.Should().Equal(new Dictionary<long, decimal> { [2] = 4, [1] = 7 });
        StockMapping.Read(row, false, new HashSet<long> { 1, 2 }, DolibarrStockQuantity.Physical).Value.Quantity.Should().Be(11);
        StockMapping.Read(row, false, new HashSet<long> { 2 }, DolibarrStockQuantity.Physical).Value.Quantity.Should().Be(4);
        StockMapping.Read(row, false, null, DolibarrStockQuantity.Physical).Value.Quantity.Should().Be(11);
    }

    [RecordingFact]
    public void Sellable_stock_is_less_by_what_is_ordered()
    {
        var json = Recorded.Body(Recorded.Newer, "product-stock-after-shipment");
        json.Whole("stock_reel").Should().Be(69);
        var row = new ProductRow { Id = 48, StockReal = 69, StockVirtual = json.Whole("stock_theorique"), Stock = new Dictionary<long, decimal> { [1] = 69 } };
        var level = StockMapping.Read(row, true, null, DolibarrStockQuantity.Sellable);
        level.Id.Should().Be(new RemoteId("variant:48"));
        level.Value.Should().Be(new StockLevel { Owner = new Ref(EntityKind.ProductVariant, new RemoteId("48")), Quantity = 68, Physical = 69, Reserved = 1 });
        level.Value.Sellable.Should().Be(68);
    }

    [RecordingFact]
    public void Vat_dictionary_tells_single_and_double_taxes()
    {
        Rates("setup-vat-fr").Should().Equal([[], [new TaxRate(2.1m)], [new TaxRate(5.5m)], [new TaxRate(10)], [new TaxRate(20)]]);
        Rates("localtax-vat-ca").Should().Contain([new TaxRate(5), new TaxRate(9.975m)]);
        Rates("localtax-vat-es").Should().Contain([new TaxRate(21), new TaxRate(5.2m)]);

        static List<ValueList<TaxRate>> Rates(string name) => [.. Recorded.Body(Recorded.Newer, name).EnumerateArray().Select(row => VatRate.Read(row)!.Taxes)];
    }

    [RecordingFact]
    public void Warehouses_tell_whether_they_are_open()
    {
        var warehouses = Recorded.Body(Recorded.Newer, "warehouses-list").EnumerateArray().Select(Warehouse.Read).ToList();
        warehouses.Should().Equal(new Warehouse(1, "MAIN", true), new Warehouse(2, "SHOP2", true));
    }

    [RecordingFact]
    public void Cover_is_the_first_picture_with_content()
    {
        var documents = Recorded.Body(Recorded.Newer, "documents-product-list").EnumerateArray().Select(row => DocumentRow.Read(row)!).ToList();
        documents.Should().HaveCount(4);
        var cover = DocumentRow.Pictures(documents).FirstOrDefault()!;
        (cover.File, cover.Revision, cover.MediaType).Should().Be(("TS-001/front.png", "2f2b076b34916fc2b02a7f5b81c70d91", "image/png"));
        Recorded.Body(Recorded.Older, "documents-list").EnumerateArray().Select(row => DocumentRow.Read(row)!.MediaType).Should().Equal([null]);
    }

    [RecordingFact]
    public void Attributes_with_values_have_labels()
    {
        Recorded.Body(Recorded.Newer, "attributes-list").EnumerateArray().Select(row => row.Text("label")).Should().Equal("Colour", "Size");
        Recorded.Body(Recorded.Newer, "attribute-values").EnumerateArray().Select(row => row.Text("value")).Should().Equal("Red", "Blue");
    }

    [RecordingTheory]
    [InlineData("webhook-delivery-product-create", "product", "1058", "erpsync")]
    [InlineData("webhook-delivery-product-delete", "product", "1059", null)]
    [InlineData("webhook-delivery-stock-movement", "stock-level", "product:1058", null)]
    [InlineData("webhook-delivery-company-modify", "customer", "1", "erpsync")]
    [InlineData("webhook-delivery-order-validate", "order", "125", null)]
    [InlineData("webhook-delivery-lineorder-insert", "order", "119", null)]
    [InlineData("webhook-delivery-bill-create", "invoice", "61", null)]
    [InlineData("webhook-delivery-payment-customer-create", "payment", "8", null)]
    [InlineData("webhook-delivery-shipping-create", "shipment", "4", null)]
    public void Webhook_points_at_its_record(string name, string kind, string id, string? caller)
    {
        var signal = DolibarrSignal.Read(Encoding.UTF8.GetBytes(Recorded.Get(Recorded.Newer, name).Request.Body!));
        signal.Should().NotBeNull();
        (signal!.Kind.Name, signal.Id.Value, signal.Caller, signal.IsDelete).Should().Be((kind, id, caller, name.EndsWith("delete", StringComparison.Ordinal)));
        signal.ToString().Should().NotContain("api_key");
    }
}
