using ErpSync.Testing;

namespace ErpSync.Tests.Plans;

/// <summary>Two systems filled and edited by chance: the same seed gives the same world.</summary>
internal sealed class RandomWorld : IDisposable
{
    private readonly Random _random;

    public RandomWorld(int seed, ISyncStore? store = null)
    {
        _random = new Random(seed);
        World = new TwoSystems(
            pair => pair
                .Sync<Category>(x => x.OnFirstRun(Conflict.Keep("shop")).Brake(Off))
                .Sync<Product>(x => x.OnFirstRun(seed % 3 == 0 ? Conflict.Ask : Conflict.Keep("erp")).OnDelete((Deletion)(seed % 5)).Brake(Off))
                .Sync<ProductVariant>(x => x.OnFirstRun(Conflict.Keep("shop")).Brake(Off)),
            store: store);
        foreach (var system in new[] { World.Shop, World.Erp })
            Fill(system);
    }

    public TwoSystems World { get; }

    private static void Off(BrakeBuilder brake) => brake.Off("worlds of chance change much at once");

    /// <summary>Lets the two meet, then edits and adds on both sides.</summary>
    public async Task LiveAsync()
    {
        if (_random.Next(3) == 0)
            return; // a first run is yet to come
        await World.RunAsync();
        Edit(_random.Next(1, 12));
        foreach (var system in new[] { World.Shop, World.Erp })
        {
            var products = system.All<Product>();
            if (_random.Next(2) == 0)
                system.Delete<Product>(products[_random.Next(products.Count)].Id);
        }
    }

    /// <summary>Edits by chance.</summary>
    /// <returns>The products that were edited, as side and id.</returns>
    public HashSet<(string System, RemoteId Id)> Edit(int count)
    {
        World.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = Products();
        for (var i = 0; i < count; i++)
        {
            var system = _random.Next(2) == 0 ? World.Shop : World.Erp;
            var products = system.All<Product>();
            var id = products[_random.Next(products.Count)].Id;
            if (_random.Next(2) == 0)
                system.Edit<Product>(id, x => x with { Name = LocalizedText.Of("en", $"Name {_random.Next(6)}") });
            else
                system.Edit<Product>(id, x => x with { Barcode = $"{_random.Next(6)}" });
        }

        return [.. Products().Where(product => !product.Value.Equals(before[product.Key])).Select(product => product.Key)];
    }

    private Dictionary<(string System, RemoteId Id), Product> Products() => new[] { World.Shop, World.Erp }
        .SelectMany(system => system.All<Product>(), (system, product) => (system.Name, product))
        .ToDictionary(item => (item.Name, item.product.Id), item => item.product.Value);

    /// <summary>Everything that both systems hold, as lines.</summary>
    public IReadOnlyList<string> State() => [.. new[] { World.Shop, World.Erp }.SelectMany(system => new[]
    {
        system.All<Category>().Select(x => $"{system.Name} {x.Id} {x.Value}"),
        system.All<Product>().Select(x => $"{system.Name} {x.Id} {x.Value with { Categories = [] }} {string.Join(',', x.Value.Categories)}"),
        system.All<ProductVariant>().Select(x => $"{system.Name} {x.Id} {x.Value with { Options = [] }}"),
    }.SelectMany(lines => lines))];

    /// <summary>What the journal says was written, as lines. Links whose two ends are gone are cleared up by runs only, and are no writes.</summary>
    public async Task<IReadOnlyList<string>> JournalAsync()
    {
        var lines = new List<string>();
        await foreach (var entry in World.Store.ReadJournalAsync(new JournalQuery("main"), default))
        {
            if (entry.Action != JournalAction.Unlinked)
                lines.Add($"{entry.Kind} {entry.Side} {entry.Id} {entry.Action} {entry.Field} {entry.OldValue} -> {entry.NewValue} because {entry.Reason}");
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => World.Dispose();

    private void Fill(InMemorySystem system)
    {
        var categories = Enumerable.Range(0, _random.Next(1, 4)).Select(i => system.Add(new Category { Name = LocalizedText.Of("en", $"Category {i}") })).ToList();
        for (var i = 0; i < 14; i++)
        {
            if (_random.Next(3) == 0)
                continue;
            var product = system.Add(new Product
            {
                Reference = _random.Next(8) == 0 ? null : $"P{(_random.Next(9) == 0 ? 0 : i)}",
                Name = LocalizedText.Of("en", $"Name {_random.Next(4)}"),
                Barcode = _random.Next(2) == 0 ? $"{_random.Next(4)}" : null,
                Categories = RefSet.From(categories.Where(_ => _random.Next(2) == 0).Select(id => new Ref(EntityKind.Category, id))),
            });
            if (_random.Next(3) == 0)
                system.Add(new ProductVariant { Product = new Ref(EntityKind.Product, product), Reference = $"{system.Name}V{i}" });
        }
    }
}
