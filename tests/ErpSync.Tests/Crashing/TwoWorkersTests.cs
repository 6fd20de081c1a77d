using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>Two workers on one store and the same systems, with pauses of any length anywhere: also longer than their leases, so that they take over from each other.</summary>
public sealed class TwoWorkersTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Two_workers_double_nothing_and_lose_no_edit(int seed)
    {
        var random = new Random(seed);
        var users = new Users(random);
        using var world = new TwoSystems(Configure, Slow);
        Slow(world.Shop.Of<Product>().Settings);
        for (var i = 0; i < 12; i++)
            users.Add(world, i % 2 == 0 ? world.Shop : world.Erp);
        using var other = new TwoSystems(Configure, restarted: world);
        var interleaver = new Interleaver(random, world.Clock);
        foreach (var system in new[] { world.Shop, world.Erp })
        {
            // A write is not held on its way in: its proof says that it is given up before its lease ends.
            system.BeforeCall = call => IsWrite(call) ? Task.CompletedTask : interleaver.PauseAsync();
            system.AfterCall = _ => interleaver.PauseAsync();
        }

        var takenOver = 0;
        var workers = Task.WhenAll(new[] { world, other }.Select(async worker =>
        {
            for (var round = 0; round < 6; round++)
            {
                await interleaver.PauseAsync();
                try
                {
                    await Task.Run(() => worker.Engine.RunAsync(TwoSystems.Main));
                }
                catch (SyncBusyException)
                {
                    // The other one is at it.
                }
                catch (StoreException exception) when (exception.Problem.Code == "store.lease-lost")
                {
                    Interlocked.Increment(ref takenOver);
                }
            }
        }));
        await interleaver.DriveAsync(workers, () =>
        {
            world.Clock.Advance(random.Next(60) == 0 ? TimeSpan.FromMinutes(6) : TimeSpan.FromSeconds(random.Next(5)));
            if (random.Next(12) == 0)
                users.Act(world);
        });

        world.Shop.BeforeCall = world.Shop.AfterCall = world.Erp.BeforeCall = world.Erp.AfterCall = null;
        world.Clock.Advance(TimeSpan.FromHours(30));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(30));
        await world.RunAsync();
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();
        await other.RunAsync();
        (world.Shop.Calls.Writes, world.Erp.Calls.Writes).Should().Be((0, 0));
        var open = (await world.InspectAsync()).Where(view => view.Colour != LinkColour.Green).Select(view => $"{view.Label}: {view.Colour}, {view.Reason}; {string.Join(", ", view.Differences)}");
        users.Check(world, string.Join("; ", open));
    }

    private static bool IsWrite(string call) => call.EndsWith(".create", StringComparison.Ordinal) || call.EndsWith(".update", StringComparison.Ordinal);

    private static void Configure(PairBuilder pair) => pair.Sync<Product>(x => x.Owner(y => y.Name, "erp").Owner(y => y.Barcode, "shop").Brake(brake => brake.Off("everything is edited all the time")));

    /// <summary>Conditional writes, and answers that tell what was stored, so that no edit of a user falls between two requests that belong together; two records a batch, so that there is much to interleave.</summary>
    private static void Slow(InMemoryKindSettings<Product> settings) => (settings.ConditionalWrites, settings.WriteBatch) = (true, 2);

    /// <summary>Barcodes are edited in the shop and names in the ERP, so that no edit meets another one.</summary>
    private sealed class Users(Random random)
    {
        private readonly Dictionary<string, (string? Name, string? Barcode)> _expected = [];
        private int _edits;

        public void Add(TwoSystems world, InMemorySystem system)
        {
            var reference = $"R{_expected.Count}";
            system.Add(new Product { Reference = reference, Name = LocalizedText.Of("en", "new") });
            _expected[reference] = ("new", null);
        }

        public void Act(TwoSystems world)
        {
            var (system, text) = (random.Next(2) == 0 ? world.Shop : world.Erp, $"{++_edits}");
            var known = system.All<Product>();
            if (random.Next(4) == 0)
            {
                Add(world, system);
                return;
            }

            var product = known[random.Next(known.Count)];
            var reference = product.Value.Reference!;
            if (system == world.Shop)
            {
                system.Edit<Product>(product.Id, x => x with { Barcode = text });
                _expected[reference] = _expected[reference] with { Barcode = text };
            }
            else
            {
                system.Edit<Product>(product.Id, x => x with { Name = LocalizedText.Of("en", text) });
                _expected[reference] = _expected[reference] with { Name = text };
            }
        }

        public void Check(TwoSystems world, string open)
        {
            foreach (var system in new[] { world.Shop, world.Erp })
            {
                var held = system.All<Product>().Select(x => $"{x.Value.Reference} {x.Value.Name["en"]} {x.Value.Barcode}").ToList();
                var expected = _expected.Select(x => $"{x.Key} {x.Value.Name} {x.Value.Barcode}").ToList();
                (string.Join(", ", held.Except(expected)), string.Join(", ", expected.Except(held)), held.Count).Should().Be(("", "", expected.Count), $"{system.Name} holds each record once, with every edit; {open}");
            }
        }
    }
}
