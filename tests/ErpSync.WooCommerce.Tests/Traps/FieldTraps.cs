using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The traps of single fields of products, variations and orders.</summary>
public sealed class FieldTraps
{
    private static readonly CurrencyCode Euro = new("EUR");

    [Fact]
    public async Task Sale_and_its_period_are_cleared_by_empty_texts_because_null_is_passed_over()
    {
        await using var shop = await StartAsync(body =>
        {
            body["sale_price"] = "8";
            body["date_on_sale_from_gmt"] = "2026-11-01T00:00:00";
            body["date_on_sale_to_gmt"] = "2026-12-01T00:00:00";
        });
        var product = (await shop.RecordsAsync<Product>()).Single();
        (product.Value.SalePriceNet, product.Value.SaleFrom).Should().Be((new Money(8, Euro), new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)));

        await shop.UpdateAsync<Product>(product, value => value with { SalePriceNet = null, SaleFrom = null, SaleUntil = null }, nameof(Product.SalePriceNet), nameof(Product.SaleFrom), nameof(Product.SaleUntil));

        var after = (await shop.RecordsAsync<Product>()).Single().Value;
        (after.SalePriceNet, after.SaleFrom, after.SaleUntil).Should().Be((null, null, null));
    }

    [Fact]
    public async Task Lists_inside_a_product_are_left_out_unless_named_for_an_empty_one_would_take_all_away()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            state.RemoteFiles["https://cdn.example/a.png"] = [0x89, 0x50, 1];
            var body = ReadTraps.Body("Mug", "M-1");
            body["images"] = new JsonArray(new JsonObject { ["src"] = "https://cdn.example/a.png" });
            body["categories"] = new JsonArray(new JsonObject { ["id"] = state.AddTerm("product_cat", "Mugs")["id"]!.DeepClone() });
            body["tags"] = new JsonArray(new JsonObject { ["id"] = state.AddTerm("product_tag", "new")["id"]!.DeepClone() });
            body["attributes"] = JsonNode.Parse("""[{"name":"Material","options":["Clay"]}]""");
            state.AddProduct(body);
        });
        await shop.OpenAsync();
        var before = shop.State.Products.Values.Single().DeepClone();

        await shop.UpdateAsync<Product>((await shop.RecordsAsync<Product>()).Single(), value => value with { PriceNet = new Money(3, Euro) }, nameof(Product.PriceNet));

        var after = shop.State.Products.Values.Single();
        foreach (var name in new[] { "images", "categories", "tags", "attributes" })
            after[name]!.ToJsonString().Should().Be(before[name]!.ToJsonString());
    }

    [Fact]
    public async Task Inactive_product_is_created_as_a_draft_because_the_default_is_to_publish()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        await shop.CreateAsync(new Product { Name = LocalizedText.Of("en", "Mug"), Active = false });

        shop.State.Products.Values.Single()["status"]!.ToString().Should().Be("draft");
    }

    [Fact]
    public async Task Variable_product_stays_variable_whatever_type_is_wanted_for_its_variations_would_be_orphans()
    {
        await using var shop = await StartAsync(body => body["type"] = "variable");
        var product = (await shop.RecordsAsync<Product>()).Single();

        await shop.UpdateAsync<Product>(product, value => value with { Type = ProductType.External }, nameof(Product.Type));

        shop.State.Products.Values.Single()["type"]!.ToString().Should().Be("variable");
    }

    [Theory]
    [InlineData("grouped", ProductType.Grouped)]
    [InlineData("external", ProductType.External)]
    [InlineData("variable", ProductType.Simple)]
    [InlineData("bundle", ProductType.Simple)]
    public async Task Type_of_a_product_is_told(string type, ProductType expected)
    {
        await using var shop = await StartAsync(_ => { });
        shop.State.Products.Values.Single()["type"] = type;

        (await shop.RecordsAsync<Product>()).Single().Value.Type.Should().Be(expected);
    }

    [Fact]
    public async Task Virtual_and_downloadable_are_told_and_a_virtual_product_manages_no_stock_by_itself()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        await shop.CreateAsync(new Product { Name = LocalizedText.Of("en", "Book"), IsService = true, IsDownloadable = true });

        var product = (await shop.RecordsAsync<Product>()).Single().Value;
        (product.IsService, product.IsDownloadable, product.CountsStock).Should().Be((true, true, false));
    }

    [Fact]
    public async Task Tags_in_a_SKU_vanish_and_that_is_declared()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var wanted = new Product { Name = LocalizedText.Of("en", "Mug"), Reference = "A<x>-1" };

        var written = (WriteResult<Product>.Written)await shop.CreateAsync(wanted);

        written.Stored!.Value.Reference.Should().Be("A-1").And.Be(shop.Connector.Get<IKind<Product>>().Profile.Normalise(wanted).Reference);
    }

    [Fact]
    public async Task Attributes_of_one_name_twice_stop_nothing()
    {
        await using var shop = await StartAsync(body => body["attributes"] = JsonNode.Parse("""[{"name":"Size","options":["S"]},{"name":"Size","options":["M"],"variation":true}]"""));
        var product = (await shop.RecordsAsync<Product>()).Single();

        (await shop.UpdateAsync<Product>(product, value => value with { Features = TextMap.From([new("Size", "L")]) }, nameof(Product.Features))).Should().BeOfType<WriteResult<Product>.Written>();
        (await shop.CreateAsync(new ProductVariant { Product = new Ref(EntityKind.Product, product.Id), Options = [new VariantOption("Size", "M")] })).Should().BeOfType<WriteResult<ProductVariant>.Written>();
    }

    [Fact]
    public async Task Meta_data_with_one_key_twice_gives_the_first_as_the_shop_does()
    {
        await using var shop = await Shop.StartAsync(options => options.CustomFields.Add("erp"), seed: state => state.AddProduct(ReadTraps.Body("Mug", "M-1")));
        shop.State.Products.Values.Single()["meta_data"] = JsonNode.Parse("""[{"id":1,"key":"erp","value":"one"},{"id":2,"key":"erp","value":"two"}]""");
        await shop.OpenAsync();

        (await shop.RecordsAsync<Product>()).Single().Value.Custom["erp"].Should().Be("one");
    }

    [Fact]
    public async Task Pipe_in_an_option_is_replaced_because_WooCommerce_splits_there()
    {
        await using var shop = await StartAsync(_ => { });
        var owner = new Ref(EntityKind.Product, new RemoteId(ReadTraps.FirstId(shop)));

        await shop.CreateAsync(new ProductVariant { Product = owner, Options = [new VariantOption("Colour", "red|blue")] });

        (await shop.RecordsAsync<ProductVariant>()).Single().Value.Options.Single().Value.Should().Be("red/blue");
    }

    [Theory]
    [InlineData("""{"currency":"??"}""", "currency")]
    [InlineData("""{"total":"free"}""", "total")]
    public async Task Odd_order_parks_itself_and_the_others_go_on(string odd, string field)
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            state.AddOrder([]);
            state.AddOrder([]);
        });
        foreach (var (name, value) in JsonNode.Parse(odd)!.AsObject())
            shop.State.Orders.Values.First()[name] = value!.DeepClone();
        await shop.OpenAsync();

        var results = await shop.ReadAsync<Order>();

        results.Should().HaveCount(2);
        results.Should().ContainSingle(result => result.Problem != null).Which.Problem!.Field.Should().Be(field);
    }

    [Fact]
    public async Task Fraction_that_a_plugin_sold_is_read_and_none_is_sent()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            var product = state.AddProduct(ReadTraps.Body("Cloth", "C-1"));
            state.AddOrder(new JsonObject { ["line_items"] = new JsonArray(new JsonObject { ["product_id"] = product["id"]!.DeepClone(), ["quantity"] = 2 }) });
        });
        shop.State.Orders.Values.Single()["line_items"]![0]!["quantity"] = 1.5m;
        await shop.OpenAsync();
        var order = (await shop.RecordsAsync<Order>()).Single().Value;
        order.Lines[0].Quantity.Should().Be(1.5m);

        (await shop.CreateAsync(order)).Should().BeOfType<WriteResult<Order>.Failed>().Which.Problem.Message.Should().Contain("whole quantities");
    }

    [Fact]
    public async Task Several_coupons_and_taxes_come_back_as_discounts_that_sum_to_the_cent()
    {
        var order = JsonNode.Parse("""
            {"id":5,"currency":"EUR","total":"25.79","total_tax":"3.29","status":"processing","meta_data":[],"shipping_lines":[],"fee_lines":[],"refunds":[],
            "tax_lines":[{"rate_id":1,"rate_percent":20,"label":"A"},{"rate_id":2,"rate_percent":5.5,"label":"B"}],
            "coupon_lines":[{"id":8,"code":"ten","discount":"3.33","discount_tax":"0.4"},{"id":9,"code":"five","discount":"4.17","discount_tax":"0.5"}],
            "line_items":[
              {"id":1,"product_id":1,"quantity":1,"subtotal":"20.00","subtotal_tax":"4.00","total":"14.17","total_tax":"2.83","taxes":[{"id":1,"total":"2.83","subtotal":"4.00"}]},
              {"id":2,"product_id":2,"quantity":1,"subtotal":"10.00","subtotal_tax":"0.55","total":"8.33","total_tax":"0.46","taxes":[{"id":2,"total":"0.46","subtotal":"0.55"}]}]}
            """)!;
        using var document = System.Text.Json.JsonDocument.Parse(order.ToJsonString());

        var read = OrderMapping.Read(document.RootElement, new ShopSetup { Currency = Euro }, new WooCommerceOptions()).Value;

        read.Lines.Count(line => line.Kind == LineKind.Discount).Should().Be(4, "one for each coupon and set of taxes");
        read.Lines.Where(line => line.Kind == LineKind.Discount).Select(line => line.Reference).Distinct().Should().Equal("ten", "five");
        read.Lines.Sum(line => line.Gross!.Value.Amount).Should().Be(25.79m);
        read.Lines.Where(line => line.Kind == LineKind.Discount).Sum(line => line.Net!.Value.Amount).Should().Be(-7.50m);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Coupons_are_read_with_what_they_take_off()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            state.AddCoupon(new JsonObject { ["code"] = "Été-10%", ["discount_type"] = "percent", ["amount"] = "10" });
            state.AddCoupon(new JsonObject { ["code"] = "five", ["discount_type"] = "fixed_product", ["amount"] = "5", ["minimum_amount"] = "20", ["free_shipping"] = true, ["usage_limit"] = 3 });
        });
        await shop.OpenAsync();

        var coupons = (await shop.RecordsAsync<Coupon>()).Select(record => record.Value).ToList();

        (coupons[0].Code, coupons[0].DiscountPercent, coupons[0].DiscountAmount).Should().Be(("été-10%", 10m, null));
        (coupons[1].DiscountAmount, coupons[1].PerPiece, coupons[1].FreeShipping, coupons[1].MinimumAmount, coupons[1].UsageLimit).Should().Be((new Money(5, Euro), true, true, new Money(20, Euro), 3m));
    }

    [Fact]
    public async Task Discount_and_wrapping_are_fee_lines_and_come_back_as_what_they_were()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddProduct(ReadTraps.Body("Mug", "M-1")));
        await shop.OpenAsync();
        DocumentLine Fee(LineKind kind, string label, decimal net) => new() { Kind = kind, Label = label, Net = new Money(net, Euro), Taxes = [new TaxRate(20)] };

        var written = (WriteResult<Order>.Written)await shop.CreateAsync(new Order { Currency = Euro, BillTo = new PostalAddress { Country = "FR" }, Lines = [Fee(LineKind.Discount, "Voucher", -5), Fee(LineKind.Wrapping, "Paper", 3), Fee(LineKind.Fee, "Cash", 1)] });

        written.Stored!.Value.Lines.Select(line => (line.Kind, line.Net!.Value.Amount, line.Tax!.Value.Amount)).Should().Equal((LineKind.Discount, -5m, -1m), (LineKind.Wrapping, 3m, 0.6m), (LineKind.Fee, 1m, 0.2m));
    }

    private static async Task<Shop> StartAsync(Action<JsonObject> change)
    {
        var body = ReadTraps.Body("Mug", "M-1");
        change(body);
        var shop = await Shop.StartAsync(seed: state => state.AddProduct(body));
        await shop.OpenAsync();
        return shop;
    }
}
