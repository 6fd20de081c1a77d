namespace ErpSync.WooCommerce.Tests;

/// <summary>Recorded records are read with exactly the values that the recordings show.</summary>
public sealed class RecordedRecordsTests
{
    private static readonly CurrencyCode Euro = new("EUR");
    private static readonly ShopSetup Setup = new() { Currency = Euro, Language = "fr", Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris") };
    private static readonly WooCommerceOptions Options = new() { BaseAddress = new Uri("https://127.0.0.1:8123/") };

    [RecordingFact]
    public void Product_has_its_name_unescaped_its_sale_and_its_meta_data()
    {
        var record = ProductMapping.Read(ProductRow.Read(Recorded.Body("product-get-simple"), ["_erp_ref", "erp_json"]), Setup, 15);
        record.Id.Should().Be(new RemoteId("10"));
        record.ModifiedAt.Should().Be(new DateTimeOffset(2026, 11, 22, 3, 25, 8, TimeSpan.Zero));
        var product = record.Value;
        (product.Reference, product.Barcode, product.Active, product.CountsStock, product.LowStock, product.Backorders).Should().Be(("TS-001", "3760000000017", true, true, 5m, Backorders.Announced));
        product.PriceNet.Should().Be(new Money(19.90m, Euro));
        product.SalePriceNet.Should().Be(new Money(15.90m, Euro));
        product.SaleFrom.Should().Be(new DateTimeOffset(2026, 10, 31, 23, 0, 0, TimeSpan.Zero));
        (product.WeightKg, product.DepthCm, product.WidthCm, product.HeightCm).Should().Be((0.250m, 10m, 20.5m, 3m));
        product.Tags.Should().Equal("Été 2026 ☀");
        product.Custom["_erp_ref"].Should().Be("DOL-1001");
        product.Custom["erp_json"].Should().Be("""{"a":1,"b":["x",2]}""");
        product.Categories.Should().Equal(new Ref(EntityKind.Category, new RemoteId("18")));
    }

    [RecordingFact]
    public void Variable_product_keeps_its_features_apart_from_the_options_of_its_variations()
    {
        var product = ProductMapping.Read(ProductRow.Read(Recorded.Body("variable-product-get"), []), Setup, 15).Value;
        product.HasVariants.Should().BeTrue();
        product.PriceNet.Should().BeNull("the price of a variable product is its lowest variation's");
        product.Features.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, string>("Matière", "Coton | Lin | Soie"));
    }

    [RecordingFact]
    public void Variation_names_its_product_and_its_options()
    {
        var record = VariantMapping.Read(ProductRow.Read(Recorded.Body("variation-get"), []), Setup, null);
        record.Id.Should().Be(new RemoteId("21:22"));
        record.Value.Options.Should().Equal(new VariantOption("Couleur", "Rouge"), new VariantOption("Taille", "S"));
        record.Value.PriceNet.Should().Be(new Money(29.90m, Euro));
    }

    [RecordingFact]
    public void Order_lines_add_up_to_its_total_with_the_coupon_as_a_discount_under_its_code()
    {
        var order = OrderMapping.Read(Recorded.Body("order-get"), Setup, Options).Value;
        (order.Reference, order.Stage, order.IsPaid, order.Email).Should().Be(("1047", OrderStage.Pending, false, "zoe@example.test"));
        order.Date.Should().Be(new DateOnly(2026, 11, 22));
        order.Customer.Should().Be(new Ref(EntityKind.Customer, new RemoteId("3")));
        order.BillTo!.LastName.Should().Be("D'Été & Fils");
        order.Lines.Select(line => (line.Kind, line.Net!.Value.Amount, line.Tax!.Value.Amount)).Should().Equal((LineKind.Product, 45.02m, 9.00m), (LineKind.Product, 30.10m, 6.02m), (LineKind.Shipping, 7.90m, 1.58m), (LineKind.Fee, 3.00m, 0.60m), (LineKind.Discount, -7.89m, -1.57m));
        order.Lines[0].DiscountAmount.Should().BeNull("discounts are inside the lines or lines of their own, never both");
        (order.Lines[^1].Reference, order.Lines[^1].Taxes![0]).Should().Be(("été-10%", new TaxRate(20)));
        order.Lines[1].Product.Should().Be(new Ref(EntityKind.ProductVariant, new RemoteId("21:22")));
        order.Lines[1].Description.Should().Contain("Gravure: Zoé").And.Contain("Couleur: Rouge");
        order.Lines[0].Taxes.Should().Equal(new TaxRate(20));
        order.TotalGross.Should().Be(new Money(93.76m, Euro));
        order.Lines.Sum(line => line.Gross!.Value.Amount).Should().Be(93.76m);
    }

    [RecordingFact]
    public void Double_tax_is_two_rates_of_which_the_second_is_compound()
    {
        var order = OrderMapping.Read(Recorded.Body("order-create-double-tax-cad"), Setup, Options).Value;
        order.Currency.Should().Be(new CurrencyCode("CAD"));
        order.Lines[0].Taxes.Should().Equal(new TaxRate(5), new TaxRate(9.975m, Compound: true));
        order.Lines[0].TaxAmounts.Select(amount => amount.Amount).Should().Equal(4.50m, 9.43m);
        (order.IsPaid, order.TransactionId, order.Stage).Should().Be((true, "TX-42", OrderStage.Processing));
        order.Lines.Sum(line => line.Gross!.Value.Amount).Should().Be(115.48m);
        order.Customer.Should().Be(new Ref(EntityKind.Customer, new RemoteId("guest:1052")));
    }

    [RecordingFact]
    public void Refund_is_a_credit_note_with_positive_amounts()
    {
        var note = RefundMapping.Read(Recorded.Body("refund-create-partial"), 1047, Euro, Setup, Options);
        note.Id.Should().Be(new RemoteId("1047:1053"));
        note.Value.TotalGross.Should().Be(new Money(20m, Euro));
        note.Value.Lines.Should().ContainSingle();
        (note.Value.Lines[0].Quantity, note.Value.Lines[0].Net!.Value.Amount, note.Value.Lines[0].Tax!.Value.Amount).Should().Be((1m, 16.67m, 3.33m));
        note.Value.Reason.Should().Be("Défectueux");
    }

    [RecordingFact]
    public void Fulfilment_is_a_shipment_with_its_tracking()
    {
        var shipment = ShipmentMapping.Read(Recorded.Body("fulfillments-list")[0], 1047).Value;
        shipment.TrackingNumbers.Should().Equal("6A00001");
        (shipment.CarrierText, shipment.TrackingUrl, shipment.Stage).Should().Be(("la-poste", "https://track.example.test/6A00001", ShipmentStage.Shipped));
        shipment.ShippedAt.Should().Be(new DateTimeOffset(2026, 11, 22, 3, 42, 30, TimeSpan.Zero));
    }

    [RecordingFact]
    public void Customer_has_unescaped_names_and_the_VAT_number_of_its_meta_data()
    {
        var customer = CustomerMapping.Read(CustomerRow.Read(Recorded.Body("customer-get"), Options, isGuest: false)).Value;
        (customer.LastName, customer.VatNumber, customer.IsCompany, customer.Company, customer.Phone).Should().Be(("D'Été & Fils", "FR12345678901", true, "Société «Ünïcode» 😀", "+33 1 02 03 04 05"));
    }

    [RecordingFact]
    public void Compound_rates_make_the_class_of_an_address()
    {
        var setup = SetupReader.WithRates(Setup with { HasTaxes = true, Country = "CA", State = "QC" }, [.. Recorded.Body("taxes-list").EnumerateArray()]);
        setup.ClassOf("")!.Rates.Should().Equal(new TaxRate(5), new TaxRate(9.975m, Compound: true));
        SetupReader.WithRates(Setup with { HasTaxes = true, Country = "FR" }, [.. Recorded.Body("taxes-list").EnumerateArray()]).ClassOf("reduced-rate")!.Rates.Should().Equal(new TaxRate(5.5m));
    }

    [RecordingTheory]
    [InlineData("auth-bad-key", ProblemKind.Unauthorized)]
    [InlineData("auth-bad-secret", ProblemKind.Unauthorized)]
    [InlineData("auth-http-oauth1-nonce-reused", ProblemKind.Unauthorized)]
    [InlineData("auth-readonly-key-writes", ProblemKind.Denied)]
    [InlineData("auth-customer-key-writes", ProblemKind.Denied)]
    [InlineData("product-create-duplicate-gtin", ProblemKind.Duplicate)]
    [InlineData("product-create-sku-of-trashed", ProblemKind.Duplicate)]
    [InlineData("category-create-duplicate", ProblemKind.Duplicate)]
    [InlineData("customer-create-duplicate-email", ProblemKind.Duplicate)]
    [InlineData("products-get-missing", ProblemKind.NotFound)]
    [InlineData("product-delete-trash-again", ProblemKind.NotFound)]
    [InlineData("product-update-stock-decimal", ProblemKind.Rejected)]
    [InlineData("products-batch-over-limit", ProblemKind.Rejected)]
    [InlineData("refund-create-too-much", ProblemKind.Rejected)]
    [InlineData("refund-create-api-gateway", ProblemKind.Rejected)]
    [InlineData("fulfillments-feature-off", ProblemKind.Unsupported)]
    [InlineData("rest-caching-not-modified-with-fields-500", ProblemKind.Unavailable)]
    public async Task Refusal_is_recognised_by_its_code(string name, ProblemKind kind)
    {
        var problem = await Recorded.ProblemAsync(name);
        if (kind == ProblemKind.Unavailable)
            problem.Kind.Should().BeOneOf(ProblemKind.Unavailable, ProblemKind.Unreadable);
        else
            problem.Kind.Should().Be(kind, problem.ToString());
    }
}
