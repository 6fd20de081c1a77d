using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The published request budgets, counted at the connection's own meter.</summary>
public sealed class BudgetTests
{
    [Fact]
    public async Task Full_read_of_1000_products_with_stock_prices_and_categories_takes_12_requests_and_one_per_parent_and_category()
    {
        await using var erp = await Erp.StartAsync();
        const int Parents = 4, Categories = 6;
        Seed(erp.State, 1000 - Parents, Parents, Categories);
        await erp.OpenAsync();

        (await erp.RecordsAsync<Category>()).Should().HaveCount(Categories);
        var products = await erp.RecordsAsync<Product>();
        (await erp.RecordsAsync<ProductVariant>()).Should().HaveCount(Parents * 2);
        var stock = await erp.RecordsAsync<StockLevel>();

        products.Should().HaveCount(1000);
        products.Should().OnlyContain(record => record.Value.PriceNet != null);
        products.Sum(record => record.Value.Categories.Count).Should().Be(1000);
        stock.Should().HaveCount(1000 - Parents + (Parents * 2));
        stock.Sum(record => record.Value.Quantity).Should().Be(3 * (1000 - Parents));
        erp.Meter.Requests.Data.Should().BeLessThanOrEqualTo(12 + Parents + Categories);
    }

    [Fact]
    public async Task Full_read_with_price_levels_takes_12_requests_and_one_per_parent_and_category_too()
    {
        await using var erp = await Erp.StartAsync(seed: ConformanceSetups.Levels);
        const int Parents = 4, Categories = 6;
        Seed(erp.State, 1000 - Parents, Parents, Categories);
        foreach (var product in erp.State.Products)
            product.PriceLevels[2] = new DolibarrPriceLevel { Price = 1, PriceTtc = 1.2m, VatRate = 20 };
        await erp.OpenAsync();

        (await erp.RecordsAsync<Category>()).Should().HaveCount(Categories);
        (await erp.RecordsAsync<Product>()).Should().HaveCount(1000);
        (await erp.RecordsAsync<ProductVariant>()).Should().HaveCount(Parents * 2);
        (await erp.RecordsAsync<StockLevel>()).Should().HaveCount(1000 - Parents + (Parents * 2));
        (await erp.RecordsAsync<Price>()).Should().HaveCount(1000 + (Parents * 2));
        erp.Meter.Requests.Data.Should().BeLessThanOrEqualTo(12 + Parents + Categories);
    }

    [Fact]
    public async Task Cycle_without_changes_at_10000_products_takes_7_requests_for_all_kinds()
    {
        await using var erp = await Erp.StartAsync();
        Seed(erp.State, 10_000, 3, 5);
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        var cursors = (await erp.CursorAsync<Product>(), await erp.CursorAsync<ProductVariant>(), await erp.CursorAsync<StockLevel>());
        erp.Clock.Advance(TimeSpan.FromMinutes(10));

        await erp.OpenAsync();
        var before = erp.Meter.Requests.Data;
        var listed = 0;
        listed += (await erp.ListAsync<Category>()).Count;
        await erp.CursorAsync<Product>();
        (await erp.ChangedAsync<Product>(cursors.Item1)).Should().BeEmpty();
        listed += (await erp.ListAsync<Product>()).Count;
        await erp.CursorAsync<ProductVariant>();
        (await erp.ChangedAsync<ProductVariant>(cursors.Item2)).Should().BeEmpty();
        listed += (await erp.ListAsync<ProductVariant>()).Count;
        await erp.CursorAsync<StockLevel>();
        (await erp.ChangedAsync<StockLevel>(cursors.Item3)).Should().BeEmpty();
        listed += (await erp.ListAsync<StockLevel>()).Count;

        listed.Should().Be(5 + 10_003 + 6 + 10_006);
        (erp.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(7);
    }

    [Fact]
    public async Task Guard_reads_of_100_products_take_one_request_and_one_per_category_at_most()
    {
        await using var erp = await Erp.StartAsync();
        Seed(erp.State, 100, 0, 6);
        await erp.OpenAsync();
        var ids = (await erp.ListAsync<Product>()).Select(line => line.Id).ToList();
        var before = erp.Meter.Requests.Data;
        (await erp.Connector.Get<IFinder<Product>>().FindAsync(ids, CancellationToken.None).ToListAsync()).Should().HaveCount(100);
        (erp.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(2 + 6);
    }

    private static void Seed(DolibarrState state, int goods, int parents, int categories)
    {
        var folders = Enumerable.Range(1, categories).Select(number => state.AddCategory(category => category.Label = $"Category {number}").Id).ToList();
        var colour = parents > 0 ? state.AddAttribute("COLOUR", "Colour", "Red", "Blue") : null;
        for (var number = 1; number <= goods; number++)
        {
            var id = state.AddProduct(product => (product.Ref, product.Label, product.Price, product.VatRate) = ($"P{number:00000}", $"Product {number}", number, 20)).Id;
            state.LinkCategory(folders[number % categories], id);
            state.SetStock(id, 1, 3);
        }

        for (var number = 1; number <= parents; number++)
        {
            var parent = state.AddProduct(product => (product.Ref, product.Label, product.Price, product.VatRate) = ($"V{number}", $"Parent {number}", 10, 20)).Id;
            state.LinkCategory(folders[0], parent);
            foreach (var value in state.AttributeValues.ToList())
                state.AddVariant(parent, new Dictionary<int, int> { [colour!.Id] = value.Id }, null, $"V{number}-{value.Ref}");
        }
    }
}
