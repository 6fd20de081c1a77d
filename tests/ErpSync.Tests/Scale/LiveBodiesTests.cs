using System.Runtime.CompilerServices;
using ErpSync.Benchmarks.Model;

namespace ErpSync.Tests.Scale;

/// <summary>What a first run keeps in memory between reading and writing: ids and keys, and the bodies of a few hundred records.</summary>
public sealed class LiveBodiesTests
{
    private const int Records = 5000;
    private const int Most = 1000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_first_run_does_not_hold_the_bodies_that_it_read(bool matching)
    {
        var shop = new PassingSystem("shop", "REF-");
        var erp = new PassingSystem("erp", matching ? "REF-" : "OTHER-");
        await using var pair = new Pair(new InMemoryStore(), shop.Connector, erp.Connector);
        var alive = new List<int>();
        var progress = new AtFirstWork(() => alive.Add(Alive(shop, erp)));
        await pair.Engine.RunAsync(new SyncRequest(Pair.Name), progress);
        (shop.Read.Count + erp.Read.Count).Should().BeGreaterThanOrEqualTo(2 * Records);
        alive.Should().ContainSingle().Which.Should().BeLessThanOrEqualTo(Most);
    }

    private static int Alive(PassingSystem shop, PassingSystem erp)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return shop.Read.Concat(erp.Read).Count(body => body.TryGetTarget(out _));
    }

    private sealed class AtFirstWork(Action act) : IProgress<SyncProgress>
    {
        private bool _done;

        public void Report(SyncProgress value)
        {
            if (_done || value.Phase != SyncPhase.Working)
                return;
            _done = true;
            act();
        }
    }

    /// <summary>Makes its records when they are asked for and remembers which of them still live.</summary>
    private sealed class PassingSystem : IReader<Product>, IFinder<Product>
    {
        private readonly string _prefix;

        public PassingSystem(string name, string prefix)
        {
            _prefix = prefix;
            Connector = new Connector(name, "Passing records").With<IReader<Product>>(this).With<IFinder<Product>>(this);
        }

        public Connector Connector { get; }

        public List<WeakReference<Product>> Read { get; } = [];

        public async IAsyncEnumerable<ReadResult<Product>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            for (var i = 1; i <= Records; i++)
                yield return Make(RemoteId.From(i));
        }

        public async IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var id in ids)
                yield return Make(id);
        }

        private ReadResult<Product> Make(RemoteId id)
        {
            var product = SampleProducts.Make(long.Parse(id.Value, System.Globalization.CultureInfo.InvariantCulture)) with { Reference = _prefix + id.Value };
            Read.Add(new WeakReference<Product>(product));
            return ReadResult<Product>.Of(new Remote<Product>(id, product) { Label = product.Reference });
        }
    }
}
