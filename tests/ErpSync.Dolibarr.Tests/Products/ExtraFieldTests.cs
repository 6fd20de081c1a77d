namespace ErpSync.Dolibarr.Tests;

/// <summary>Extra fields by type, dimensions and units.</summary>
public sealed class ExtraFieldTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("date", "2026-07-14", "2026-07-14")]
    [InlineData("date", "2026-01-31", "2026-01-31")]
    [InlineData("datetime", "2026-07-14T10:30:00Z", "2026-07-14T10:30:00Z")]
    [InlineData("double", "12.50", "12.5")]
    [InlineData("price", "1234.5678", "1234.5678")]
    [InlineData("int", "42", "42")]
    [InlineData("boolean", "true", "1")]
    [InlineData("varchar", "00123", "00123")]
    public async Task Value_comes_back_in_the_form_of_its_type(string type, string sent, string read)
    {
        await using var erp = await StartAsync(type);
        await erp.OpenAsync();
        var wanted = new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), Custom = TextMap.From([new("own", sent)]) };
        var id = ((WriteResult<Product>.Written)await erp.CreateAsync(wanted)).Id;
        (await erp.FindAsync<Product>(id.Value)).Value.Custom["own"].Should().Be(read);
        erp.Connector.Get<IKind<Product>>().Profile.Normalise(wanted).Custom["own"].Should().Be(read, "the normal form says what comes back");
    }

    [Theory]
    [InlineData("date", "14/07/2026")]
    [InlineData("int", "1.5")]
    [InlineData("double", "2,5")]
    [InlineData("datetime", "soon")]
    public async Task Value_that_is_none_of_its_type_is_refused_before_anything_is_sent(string type, string value)
    {
        await using var erp = await StartAsync(type);
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), Custom = TextMap.From([new("own", value)]) });
        var problem = result.Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        (problem.Code, problem.Field).Should().Be(("dolibarr.extra-field-value", "Custom"));
        problem.Message.Should().Contain("own").And.Contain(value);
        erp.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Edit_of_one_field_leaves_the_others_as_they_are()
    {
        await using var erp = await Erp.StartAsync(options =>
        {
            options.CustomFields.Add("own");
            options.CustomFields.Add("other");
        }, seed: state =>
        {
            state.AddExtraField("product", "own");
            state.AddExtraField("product", "other");
            state.AddExtraField("product", "foreign");
        });
        var id = erp.State.AddProduct(product =>
        {
            (product.Ref, product.Label) = ("A", "Apple");
            (product.ExtraFields["own"], product.ExtraFields["other"], product.ExtraFields["foreign"]) = ("1", "2", "3");
        }).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        await erp.UpdateAsync(current, product => product with { Custom = product.Custom.Overlay(TextMap.From([new("own", "9")])) }, nameof(Product.Custom));
        var fields = erp.State.Products[id].ExtraFields;
        (fields["own"], fields["other"], fields["foreign"]).Should().Be(("9", "2", "3"));
    }

    [Theory]
    [InlineData(-3, "200", 20)]
    [InlineData(-2, "20", 20)]
    [InlineData(0, "0.2", 20)]
    [InlineData(99, "10", 25.4)]
    public async Task Length_is_read_in_its_unit_and_written_back_in_it(int units, string length, double centimetres)
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product =>
        {
            (product.Ref, product.Label) = ("A", "Apple");
            (product.OtherColumns["width"], product.OtherColumns["width_units"]) = (length, units.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        current.Value.WidthCm.Should().Be((decimal)centimetres);
        await erp.UpdateAsync(current, product => product with { WidthCm = product.WidthCm * 2 }, nameof(Product.WidthCm));
        (await erp.FindAsync<Product>($"{id}")).Value.WidthCm.Should().Be((decimal)centimetres * 2);
    }

    [Fact]
    public async Task Unit_is_carried_where_products_have_units()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Constants["PRODUCT_USE_UNITS"] = "1");
        await erp.OpenAsync();
        var id = ((WriteResult<Product>.Written)await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), Unit = "kg" })).Id;
        (await erp.FindAsync<Product>(id.Value)).Value.Unit.Should().Be("kg");
        var refused = await erp.UpdateAsync(await erp.FindAsync<Product>(id.Value), product => product with { Unit = "furlong" }, nameof(Product.Unit));
        refused.Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Code.Should().Be("dolibarr.unit-unknown");
        await using var without = await Erp.StartAsync();
        await without.OpenAsync();
        without.Connector.Get<IKind<Product>>().Profile.ReadFields.Should().NotContain("Unit");
    }

    private static Task<Erp> StartAsync(string type) => Erp.StartAsync(
        options => options.CustomFields.Add("own"),
        server => server.TimeZone = Paris,
        state => state.AddExtraField("product", "own", type));
}
