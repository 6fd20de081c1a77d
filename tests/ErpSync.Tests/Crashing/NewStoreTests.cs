using System.Reflection;

namespace ErpSync.Tests.Crashing;

/// <summary>A new store that several workers open at the same moment.</summary>
public sealed class NewStoreTests
{
    [Fact]
    public async Task Two_workers_that_open_a_new_store_at_once_share_one_hash_key()
    {
        var store = new InMemoryStore();
        using var quick = new TwoSystems(pair => pair.Sync<Product>(), store: store);
        for (var i = 0; i < 5; i++)
            quick.Shop.Add(new Product { Reference = $"R{i}", Name = LocalizedText.Of("en", "new") });
        // The slow one finds no key; before it stores its own, its lease runs out and the quick one runs to its end.
        using var slow = new TwoSystems(pair => pair.Sync<Product>(), restarted: quick, store: MeanwhileStore.Around(store, () =>
        {
            quick.Clock.Advance(TimeSpan.FromMinutes(6));
            return quick.RunAsync();
        }));

        (await slow.Invoking(worker => worker.RunAsync()).Should().ThrowAsync<StoreException>()).Which.Problem.Code.Should().Be("store.lease-lost");
        var again = await quick.RunAsync(full: true);

        again.Kinds.Should().OnlyContain(kind => kind.Problem == null && kind.Open == 0 && kind.Written == 0);
        (await quick.InspectAsync()).Should().HaveCount(5).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    /// <summary>A store at which something else happens before the hash key is stored.</summary>
    public class MeanwhileStore : DispatchProxy
    {
        private ISyncStore _store = null!;
        private Func<Task>? _meanwhile;

        internal static ISyncStore Around(ISyncStore store, Func<Task> meanwhile)
        {
            var proxy = Create<ISyncStore, MeanwhileStore>();
            var own = (MeanwhileStore)(object)proxy;
            (own._store, own._meanwhile) = (store, meanwhile);
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (_meanwhile is not { } meanwhile || args is not [StoreChanges changes, ..] || !changes.NewTexts.Any(text => text.Key == "hash-key"))
                return targetMethod!.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);
            _meanwhile = null;
            return ThenAsync(meanwhile, changes);
        }

        private async Task ThenAsync(Func<Task> meanwhile, StoreChanges changes)
        {
            await meanwhile();
            await _store.CommitAsync(changes, CancellationToken.None);
        }
    }
}
