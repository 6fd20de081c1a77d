using System.Text;
using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>
/// A small pair in which everything happens that an engine has to do: creates and updates both ways, a conflict and its resolution, merges by union and by difference,
/// deletes, owned stock levels, pointers to categories, unlinking and linking by hand.
/// </summary>
internal sealed class CrashWorld : IDisposable
{
    private readonly IStoreFile _file;
    private readonly List<TwoSystems> _processes = [];
    private TwoSystems _process;
    private CrashPlan _plan;

    public CrashWorld(IStoreFile file, InMemoryCapabilities findsLost, int? crashAt)
    {
        _file = file;
        _plan = new CrashPlan(crashAt);
        _process = new TwoSystems(Configure, x => Slow(x, findsLost), CrashingStore.Around(file.Open(), _plan));
        _processes.Add(_process);
        foreach (var system in new[] { _process.Shop, _process.Erp })
        {
            system.BeforeCall = call => Point($"before {system.Name} {call}");
            system.AfterCall = call => Point($"after {system.Name} {call}");
        }
    }

    public InMemorySystem Shop => _process.Shop;

    public InMemorySystem Erp => _process.Erp;

    public int Points => _plan.Points;

    public string? DiedAt { get; private set; }

    public ISyncStore Store => _process.Store;

    /// <summary>Plays the scenario; where the process dies, a new one takes the same step again and goes on.</summary>
    public async Task PlayAsync()
    {
        var mugs = Shop.Add(new Category { Name = Text("Mugs") });
        var cups = Erp.Add(new Category { Name = Text("Cups") });
        foreach (var name in new[] { "P1", "P2", "P3", "P4", "P5", "P6" })
            Shop.Add(Product(name) with { Categories = [new Ref(EntityKind.Category, mugs)] });
        Erp.Add(Product("E1") with { Categories = [new Ref(EntityKind.Category, cups)] });
        await StepAsync(RunAsync);

        Stock(Shop, "P1", 10);
        Stock(Shop, "P2", 5);
        await StepAsync(RunAsync);

        Edit(Shop, "P1", x => x with { Barcode = "shop" });
        Edit(Erp, "P2", x => x with { Name = Text("erp") });
        Edit(Shop, "P3", x => x with { Barcode = "shop" });
        Edit(Erp, "P3", x => x with { Name = Text("erp") });
        Edit(Shop, "P4", x => x with { Barcode = "shop" });
        Edit(Erp, "P4", x => x with { Barcode = "erp" });
        Edit(Shop, "E1", x => x with { Categories = [.. x.Categories, new Ref(EntityKind.Category, mugs)] });
        Edit(Erp, "E1", x => x with { Name = Text("both") });
        Stock(Shop, "P1", -2);
        Stock(Erp, "P1", 3);
        Stock(Erp, "P2", 7);
        Shop.Delete<Product>(Id(Shop, "P5"));
        Erp.Delete<Product>(Id(Erp, "P6"));
        Shop.Add(Product("N1"));
        Shop.Add(new Product { Name = Text("Without reference") });
        Erp.Add(Product("N2"));
        await StepAsync(RunAsync);

        await StepAsync(() => _process.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "shop") { Fields = ["Barcode"] }));
        await StepAsync(() => _process.Engine.UnlinkAsync("main", EntityKind.Product, "shop", Id(Shop, "P2")));
        await StepAsync(LinkAsync);
        await StepAsync(RunAsync);
        await StepAsync(RunAsync);
        Shop.Calls.Clear();
        Erp.Calls.Clear();
        await StepAsync(RunAsync);
    }

    /// <summary>What both systems hold, by keys instead of ids.</summary>
    public string Picture()
    {
        var text = new StringBuilder();
        foreach (var system in new[] { Shop, Erp })
        {
            var categories = system.All<Category>().ToDictionary(x => x.Id, x => x.Value.Name["en"]);
            text.AppendLine(system.Name).AppendLine(string.Join(", ", categories.Values.Order(StringComparer.Ordinal)));
            foreach (var product in system.All<Product>().OrderBy(x => x.Value.Reference, StringComparer.Ordinal))
            {
                var stock = system.Get<StockLevel>(new RemoteId($"product:{product.Id}"))?.Quantity;
                text.AppendLine($"{product.Value.Reference} {product.Value.Name["en"]} {product.Value.Barcode} {stock:0} [{string.Join(", ", product.Value.Categories.Select(x => categories[x.Id]).Order(StringComparer.Ordinal))}]");
            }
        }

        return text.ToString();
    }

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        _file.Dispose();
    }

    private static void Configure(PairBuilder pair) => pair
        .Sync<Category>()
        .Sync<Product>(x => x.OnDelete(Deletion.Delete))
        .Sync<StockLevel>(x => x.MergeByDifference(level => level.Quantity).OnFirstRun(Conflict.Keep("shop")).OnDelete(Deletion.Delete));

    /// <summary>Gives nothing back from writes, and writes two records at a time.</summary>
    private static void Slow(InMemoryKindSettings<Product> settings, InMemoryCapabilities findsLost)
    {
        settings.ReturnsStored = false;
        settings.WriteBatch = 2;
        settings.Without(InMemoryCapabilities.FindByToken | InMemoryCapabilities.NewestId).WithAlso(findsLost);
    }

    private static LocalizedText Text(string text) => LocalizedText.Of("en", text);

    private static Product Product(string reference) => new() { Reference = reference, Name = Text($"Mug {reference}"), Barcode = "1" };

    private static RemoteId Id(InMemorySystem system, string reference) => system.All<Product>().Single(x => x.Value.Reference == reference).Id;

    private static void Edit(InMemorySystem system, string reference, Func<Product, Product> change) => system.Edit(Id(system, reference), change);

    private static void Stock(InMemorySystem system, string reference, decimal by) =>
        system.Edit<StockLevel>(new RemoteId($"product:{Id(system, reference)}"), x => x with { Quantity = x.Quantity + by });

    private Task Point(string name)
    {
        _plan.Pass(name);
        return Task.CompletedTask;
    }

    private async Task RunAsync()
    {
        var report = await _process.RunAsync();
        report.IsComplete.Should().BeTrue(string.Join("; ", report.Kinds.Select(kind => kind.Problem?.ToString())));
        report.Problems.Where(problem => problem.Kind != ProblemKind.Held).Should().BeEmpty();
    }

    private async Task LinkAsync()
    {
        try
        {
            await _process.Engine.LinkAsync("main", EntityKind.Product, Id(Shop, "P2"), Id(Erp, "P2"));
        }
        catch (StoreException exception) when (exception.Problem.Code == "store.link-exists")
        {
            // The process died after the link was stored.
        }
    }

    private async Task StepAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (SimulatedCrashException exception)
        {
            DiedAt = exception.Call;
            _plan = new CrashPlan(null);
            _process.Clock.Advance(TimeSpan.FromMinutes(30)); // leases of the dead run out
            _process = new TwoSystems(Configure, store: CrashingStore.Around(_file.Open(), _plan), restarted: _process);
            _processes.Add(_process);
            await step();
        }
    }
}
