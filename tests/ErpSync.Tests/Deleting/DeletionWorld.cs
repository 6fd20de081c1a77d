namespace ErpSync.Tests.Deleting;

/// <summary>A mug that both systems know, and what deletion tests ask of them.</summary>
internal static class DeletionWorld
{
    public static Product Mug { get; } = new()
    {
        Reference = "A",
        Name = LocalizedText.Of("en", "Mug"),
        Barcode = "1",
        Active = true,
        PriceNet = new Money(10m, new CurrencyCode("EUR")),
    };

    public static TwoSystems Of(Deletion policy) => new(p => p.Sync<Product>(x => x.OnDelete(policy)));

    public static async Task<(RemoteId Shop, RemoteId Erp)> LinkedAsync(this TwoSystems world, Product? product = null)
    {
        var shop = world.Shop.Add(product ?? Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return (shop, world.Erp.All<Product>()[^1].Id);
    }

    public static async Task<RecordView> OneAsync(this TwoSystems world) => (await world.InspectAsync(EntityKind.Product)).Single();

    public static async Task<List<JournalEntry>> JournalAsync(this TwoSystems world, JournalAction action)
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in world.Store.ReadJournalAsync(new JournalQuery("main"), default))
        {
            if (entry.Action == action)
                entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Runs twice more and expects that nothing is written and nothing appears.</summary>
    public static async Task StaysSoAsync(this TwoSystems world, int shop, int erp)
    {
        for (var run = 0; run < 2; run++)
        {
            world.Shop.Calls.Clear();
            world.Erp.Calls.Clear();
            (await world.RunAsync()).Written.Should().Be(0);
            (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
        }

        world.Shop.All<Product>().Should().HaveCount(shop);
        world.Erp.All<Product>().Should().HaveCount(erp);
    }
}
