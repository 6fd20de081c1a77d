using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Answers that are late, cut or dirty: nothing is concluded from half of one.</summary>
public sealed class BrokenAnswerTests
{
    [Fact]
    public async Task Warning_in_front_of_the_data_does_not_hide_it()
    {
        await using var erp = await StartAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.PhpWarning) { PathContains = "products", Times = 10 });
        (await erp.RecordsAsync<Product>()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Listing_that_is_cut_each_time_is_no_listing()
    {
        await using var erp = await StartAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.TruncatedBody) { PathContains = "products", Times = 100 });
        var list = await FluentActions.Invoking(() => erp.ListAsync<Product>()).Should().ThrowAsync<ConnectorException>();
        list.Which.Problem.Kind.Should().BeOneOf(ProblemKind.Unreadable, ProblemKind.Unavailable);
    }

    [Fact]
    public async Task Listing_that_is_cut_once_is_asked_for_again()
    {
        await using var erp = await StartAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.TruncatedBody) { PathContains = "products" });
        (await erp.ListAsync<Product>()).Should().HaveCount(3);
        erp.Meter.Requests.Retries.Should().Be(1);
    }

    [Fact]
    public async Task Maintenance_page_is_unavailable_and_not_an_empty_list()
    {
        await using var erp = await StartAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.MaintenancePage) { PathContains = "products", Times = 100 });
        var read = await FluentActions.Invoking(() => erp.RecordsAsync<Product>()).Should().ThrowAsync<ConnectorException>();
        read.Which.Problem.Kind.Should().Be(ProblemKind.Unavailable);
    }

    [Fact]
    public async Task Page_that_breaks_is_read_on_behind_its_last_record()
    {
        await using var erp = await StartAsync(options => options.PageSize = 10, 35);
        erp.Server.Faults.Add(new Fault(FaultKind.TruncatedBody) { PathContains = "products", Skip = 5 });
        var records = await erp.RecordsAsync<Product>();
        records.Select(record => record.Id).Should().OnlyHaveUniqueItems().And.HaveCount(35);
    }

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Empty_system_is_empty_and_no_error(string version)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = version);
        await erp.OpenAsync();
        (await erp.RecordsAsync<Category>()).Should().BeEmpty();
        (await erp.RecordsAsync<Product>()).Should().BeEmpty();
        (await erp.RecordsAsync<ProductVariant>()).Should().BeEmpty();
        (await erp.RecordsAsync<StockLevel>()).Should().BeEmpty();
        (await erp.RecordsAsync<ProductImage>()).Should().BeEmpty();
    }

    private static async Task<Erp> StartAsync(Action<DolibarrOptions>? configure = null, int products = 3)
    {
        var erp = await Erp.StartAsync(configure);
        for (var number = 1; number <= products; number++)
            erp.State.AddProduct(product => (product.Ref, product.Label) = ($"P{number}", "Apple"));
        await erp.OpenAsync();
        return erp;
    }
}
