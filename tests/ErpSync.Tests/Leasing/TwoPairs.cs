using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests.Leasing;

/// <summary>Two shops that are kept in step with one ERP, each by an engine of its own, as two processes on one store would be.</summary>
internal sealed class TwoPairs : IDisposable
{
    private readonly List<ServiceProvider> _processes = [];

    private readonly bool _twoKinds;

    /// <summary>Both pairs carry products; or north carries products and south categories, each kind with one writer that they share or not.</summary>
    public TwoPairs(int erpWriters = 1, bool twoKinds = false, bool shareWriter = false)
    {
        _twoKinds = twoKinds;
        (North, South, Erp) = (new InMemorySystem("north", Clock), new InMemorySystem("south", Clock), new InMemorySystem("erp", Clock));
        foreach (var system in new[] { North, South, Erp })
        {
            system.Kind(CatalogShapes.Product, x => (x.Writers, x.SharesWriter) = (system == Erp ? erpWriters : 4, system == Erp && shareWriter));
            system.Kind(CatalogShapes.Category, x => x.SharesWriter = system == Erp && shareWriter);
        }
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
            .AddPair("south", "south", "erp", p =>
            {
                if (_twoKinds)
                    p.Sync<Category>(x => x.From("south"));
                else
                    p.Sync<Product>(x => x.From("south"));
            });
        var provider = services.BuildServiceProvider();
        _processes.Add(provider);
        return provider.GetRequiredService<ISyncEngine>();
    }

    /// <summary>Lets time pass in small steps until a task ends or a span is over.</summary>
    public async Task PassTimeAsync(Task until, TimeSpan span)
    {
        var patience = new Patience();
        for (var end = Clock.GetUtcNow() + span; !until.IsCompleted && Clock.GetUtcNow() < end;)
        {
            patience.Check("The end of the run, or a timer");
            await StepAsync(until);
        }
    }

    /// <summary>Lets time pass in small steps until a task ends, at most a day; however slow the machine is, nothing waits for a clock that stands still.</summary>
    public async Task<TResult> FinishAsync<TResult>(Task<TResult> task)
    {
        await PassTimeAsync(task, TimeSpan.FromDays(1));
        task.IsCompleted.Should().BeTrue("a day is enough");
        return await task;
    }

    public void Dispose() => _processes.ForEach(process => process.Dispose());

    private async Task StepAsync(Task until)
    {
        for (var yields = 0; yields < 200 && !until.IsCompleted; yields++)
            await Task.Yield();
        if (Clock.PendingTimers > 0)
            Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
