using System.Text;

namespace ErpSync.Tests.History;

public sealed class ForgetTests : IDisposable
{
    private const string Secret = "Ottilie Wackernagel";
    private readonly string _folder = Directory.CreateTempSubdirectory("erpsync-forget-").FullName;

    private static Product Person(string reference) => new() { Reference = reference, Name = LocalizedText.Of("en", Secret), Barcode = "1" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_the_person_is_left_and_all_others_stay(bool inFile)
    {
        using var sqlite = inFile ? new SqliteStore($"Data Source={Path.Combine(_folder, "erpsync.db")}") : null;
        using var world = new TwoSystems(store: (ISyncStore?)sqlite ?? new InMemoryStore());
        var shop = world.Shop.Add(Person("OTTILIE-1"));
        world.Shop.Add(new ProductVariant { Product = new Ref(EntityKind.Product, shop), Reference = "OTTILIE-1-V" });
        world.Shop.Add(new Product { Reference = "OTHER-2", Name = LocalizedText.Of("en", "Somebody else") });
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        await world.Plans.KeepAsync(await world.MakePlanAsync(), "kept");
        await world.Store.CommitAsync(Left(shop), default);
        await world.Store.AddIntentsAsync([new Intent("main", EntityKind.Product, "left", Side.Second, shop) { Key = "OTTILIE-1" }], [], default);
        var failed = await world.Store.BeginRunAsync(new RunRecord("main", world.Clock.GetUtcNow()), default);
        await world.Store.EndRunAsync(new RunRecord("main", world.Clock.GetUtcNow()) { Number = failed, Error = $"shop refused {Secret} [x]" }, default);
        if (inFile)
            Bytes().Should().Contain("OTTILIE-1");

        var report = await world.History.ForgetAsync("main", EntityKind.Product, "shop", shop);

        report.NotSearched.Should().BeEmpty();
        report.Records.Should().HaveCountGreaterThanOrEqualTo(4, "the product, its variant and their counterparts");
        foreach (var area in new[] { "journal", "parked", "red", "intents", "labels", "run errors", "plans", "notes" })
            report.Erased[area].Should().BePositive("{0} held something", area);
        (await world.Plans.FindAsync("main", "kept"))!.Entries.Should().NotContain(entry => entry.FirstId == shop && entry.Kind == EntityKind.Product);
        await foreach (var entry in world.Store.ReadJournalAsync(new JournalQuery("main"), default))
            (entry.OldValue + entry.NewValue + entry.Reason).Should().NotContainAny(Secret, "OTTILIE");
        (await world.Store.ReadJournalAsync(new JournalQuery("main"), default).ToListAsync()).Should().Contain(entry => entry.NewValue != null && entry.NewValue.Contains("Somebody else"))
            .And.ContainSingle(entry => entry.Action == JournalAction.Erased).Which.Id.Value.Should().BeEmpty();
        if (inFile)
            Bytes().Should().NotContain(Secret).And.NotContain("OTTILIE").And.Contain("OTHER-2", "others stay");
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(2, "links stay, so that nothing is doubled");
    }

    [Fact]
    public async Task Forgetting_while_a_run_is_under_way_is_refused()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Person("A"));
        SyncBusyException? refused = null;
        world.Erp.BeforeCall = async call =>
        {
            if (call == "product.create")
                refused = (await world.History.Awaiting(history => history.ForgetAsync("main", EntityKind.Product, "shop", shop)).Should().ThrowAsync<SyncBusyException>()).Which;
        };

        await world.RunAsync();

        refused.Should().NotBeNull();
    }

    [Fact]
    public async Task System_that_does_not_answer_is_named_and_the_rest_is_erased()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Person("A"));
        await world.RunAsync();
        world.Shop.Faults.Add(Testing.InMemoryFaultKind.Unavailable, "product-variant.read");

        var report = await world.History.ForgetAsync("main", EntityKind.Product, "shop", shop);

        report.NotSearched.Should().ContainSingle().Which.EntityKind.Should().Be(EntityKind.ProductVariant);
        report.Erased["journal"].Should().BePositive();
    }

    private static StoreChanges Left(RemoteId shop)
    {
        var problem = new SyncProblem(ProblemKind.Rejected, "x", $"'{Secret}' is too long.") { Raw = $"<name>{Secret}</name>" };
        var changes = new StoreChanges();
        changes.Parked.Add(new ParkedRecord("main", EntityKind.Product, Side.First, shop, problem) { Label = "OTTILIE-1" });
        changes.Unlinked.Add(new Unlinked("main", EntityKind.Product, Side.First, new RemoteId("77"), problem with { Raw = null }) { Label = "OTHER-3", SeenAt = DateTimeOffset.MaxValue });
        changes.Texts.Add(("main", $"deleting/product/shop/{shop}", $"{{\"Name\":\"{Secret}\"}}"));
        return changes;
    }

    /// <summary>The bytes of all files of the store, the log included, as text.</summary>
    private string Bytes() => string.Concat(Directory.GetFiles(_folder).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
