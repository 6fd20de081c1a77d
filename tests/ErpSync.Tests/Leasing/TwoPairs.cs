using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests.Leasing;

/// <summary>Two shops that are kept in step with one ERP, each by an engine of its own, as two processes on one store would be.</summary>
internal sealed class TwoPairs : IDisposable
{
    private readonly List<ServiceProvider> _processes = [];

    public TwoPairs(int erpWriters = 1)
    {
        (North, South, Erp) = (new InMemorySystem("north", Clock), new InMemorySystem("south", Clock), new InMemorySystem("erp", Clock));
        foreach (var system in new[] { North, South, Erp })
            system.Kind(CatalogShapes.Product, x => x.Writers = system == Erp ? erpWriters : 4);
    }

    public ManualTime Clock { get; } = new();

    public InMemorySystem North { get; }

    public InMemorySystem South { get; }

    public InMemorySystem Erp { get; }

    public InMemoryStore Store { get; } = new();

    /// <summary>An engine in a process of its own.</summary>
    public ISyncEngine Process()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ISyncStore>(Store);
        services.AddErpSync()
            .AddConnector("north", _ => North.Connector)
            .AddConnector("south", _ => South.Connector)
            .AddConnector("erp", _ => Erp.Connector)
            .AddPair("north", "north", "erp", p => p.Sync<Product>(x => x.From("north")))
            .AddPair("south", "south", "erp", p => p.Sync<Product>(x => x.From("south")));
        var provider = services.BuildServiceProvider();
        _processes.Add(provider);
        return provider.GetRequiredService<ISyncEngine>();
    }

    /// <summary>Lets time pass in small steps until a task ends or a span is over.</summary>
    public async Task PassTimeAsync(Task until, TimeSpan span)
    {
        var end = Clock.GetUtcNow() + span;
        for (var idle = 0; !until.IsCompleted && Clock.GetUtcNow() < end && idle < 10_000; idle++)
        {
            for (var yields = 0; yields < 20 && !until.IsCompleted; yields++)
                await Task.Yield();
            if (Clock.PendingTimers == 0)
                continue;
            Clock.Advance(TimeSpan.FromSeconds(1));
            idle = 0;
        }
    }

    public void Dispose() => _processes.ForEach(process => process.Dispose());
}
