using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Benchmarks.Model;

/// <summary>An engine on a store, with one pair of two connectors that keeps products in step.</summary>
internal sealed class Pair : IAsyncDisposable
{
    public const string Name = "main";

    private readonly ServiceProvider _services;

    public Pair(ISyncStore store, Connector first, Connector second)
    {
        Store = store;
        var services = new ServiceCollection();
        services.AddSingleton(store);
        services.AddErpSync()
            .AddConnector(first.Name, _ => first)
            .AddConnector(second.Name, _ => second)
            .AddPair(Name, first.Name, second.Name, pair => pair.Sync<Product>());
        _services = services.BuildServiceProvider();
        Engine = _services.GetRequiredService<ISyncEngine>();
    }

    public ISyncStore Store { get; }

    public ISyncEngine Engine { get; }

    /// <summary>Runs the pair.</summary>
    /// <param name="full">True to read everything, false for what the listings show as new or moved.</param>
    public async Task<SyncReport> RunAsync(bool full)
    {
        var report = await Engine.RunAsync(new SyncRequest(Name) { Full = full });
        return report.Kinds.FirstOrDefault(kind => kind.Problem is not null) is { Problem: { } problem }
            ? throw new InvalidOperationException(problem.ToString())
            : report;
    }

    /// <summary>Runs the pair and makes sure that nothing was found to do.</summary>
    public async Task RunUnchangedAsync(bool full)
    {
        var report = await RunAsync(full);
        if (report.Kinds.Any(kind => kind.Examined != 0) || report.Problems.Count > 0)
            throw new InvalidOperationException($"An unchanged pair gave work: {report.Kinds[0]}; {string.Join("; ", report.Problems.Take(3))}");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
