using ErpSync.Recipes.Tests.CyberOffice;
using ErpSync.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Pairs;

/// <summary>The services that a recipe makes are writes like any other: journalled under their run, and undone.</summary>
public sealed class ServiceJournalTests
{
    [Fact]
    public async Task Service_that_was_made_is_in_the_journal_with_what_was_written_and_why()
    {
        await using var shop = await CyberShop.StartAsync();
        shop.Order();
        await shop.SettleAsync();

        var entries = await ServicesAsync(shop);

        entries.Select(entry => entry.Id.Value).Should().BeEquivalentTo(shop.Erp.Products.Where(product => product.Type == 1).Select(product => product.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        entries.Should().HaveCount(3).And.OnlyContain(entry => entry.Run > 0 && entry.Action == JournalAction.Created && entry.Connection == "erp");
        entries.Should().ContainSingle(entry => entry.New!.Contains("PrestaShipping") && entry.Reason.Contains("PrestaShipping"));
        shop.Restart(null);
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        (await ServicesAsync(shop)).Should().HaveCount(3, "each is made once");
    }

    [Fact]
    public async Task Services_are_undone_from_the_journal()
    {
        await using var shop = await CyberShop.StartAsync();
        shop.Order();
        await shop.SettleAsync();
        var history = shop.World.Services.GetRequiredService<ISyncHistory>();
        var wrapping = (await ServicesAsync(shop)).Single(entry => entry.New!.Contains("PrestaWrapping"));

        var plan = await history.PlanUndoAsync("main", UndoScope.OfRecord(EntityKind.Product, "erp", wrapping.Id));
        plan.Entries.Should().ContainSingle().Which.Should().Match<UndoEntry>(entry => entry.Action == UndoAction.Delete && entry.Problem == null);
        var report = await history.UndoAsync(plan);

        report.Refused.Should().BeEmpty();
        shop.Erp.Products.Should().NotContain(product => product.Ref == "PrestaWrapping");
        shop.Erp.Products.Should().Contain(product => product.Ref == "PrestaShipping");
    }

    [Theory]
    [InlineData(FaultKind.DropAfterCommit)]
    [InlineData(FaultKind.ErrorAfterCommit)]
    public async Task Service_whose_answer_was_lost_is_journalled_when_it_is_found(FaultKind fault)
    {
        await using var shop = await CyberShop.StartAsync();
        await shop.World.RunAsync(EntityKind.Product, EntityKind.Customer);
        shop.Order();
        shop.World.Erp.Faults.Add(new Fault(fault) { Method = "POST", PathContains = "/products" });
        await shop.World.RunAsync();
        shop.World.Erp.Faults.Clear();
        shop.Restart(null);
        shop.World.Clock.Advance(TimeSpan.FromHours(2));
        await shop.World.SettleAsync();

        (await ServicesAsync(shop)).Select(entry => entry.Id).Should().OnlyHaveUniqueItems().And.HaveCount(3);
        shop.Erp.Products.Count(product => product.Type == 1).Should().Be(3);
        shop.Erp.Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task Service_that_a_person_made_is_not_claimed()
    {
        await using var shop = await CyberShop.StartAsync(seed: world => world.Erp.AddProduct(product => (product.Ref, product.Label, product.Type) = ("PrestaShipping", "Port", 1)));
        shop.Order();
        await shop.SettleAsync();

        (await ServicesAsync(shop)).Should().HaveCount(2).And.NotContain(entry => entry.New!.Contains("PrestaShipping"));
    }

    private static async Task<List<HistoryEntry>> ServicesAsync(CyberShop shop)
    {
        var history = shop.World.Services.GetRequiredService<ISyncHistory>();
        return await history.ReadJournalAsync(new HistoryQuery("main") { Kind = EntityKind.Product }).Where(entry => entry.ReasonCode == "recipes.service-made").ToListAsync();
    }
}
