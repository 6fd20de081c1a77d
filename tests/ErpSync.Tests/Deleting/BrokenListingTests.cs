using System.Runtime.CompilerServices;

namespace ErpSync.Tests.Deleting;

/// <summary>A system that cannot list one of its records.</summary>
public sealed class BrokenListingTests
{
    [Fact]
    public async Task Row_that_cannot_be_listed_stops_no_other_and_nothing_counts_as_deleted_until_it_can()
    {
        using var world = new TwoSystems(pair => pair.Sync<Product>());
        foreach (var reference in new[] { "A", "B", "C" })
            world.Erp.Add(new Product { Reference = reference, Name = LocalizedText.Of("en", "old") });
        await world.RunAsync();
        var lister = world.Erp.Connector.Get<ILister<Product>>();
        var ids = world.Erp.All<Product>().ToDictionary(item => item.Value.Reference!, item => item.Id);
        world.Erp.Connector.With<ILister<Product>>(new BrokenLister(lister, ids["B"]));
        world.Erp.Delete<Product>(ids["C"]);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<Product>(ids["A"], product => product with { Name = LocalizedText.Of("en", "new") });

        var broken = await world.RunAsync();

        broken.Kinds.Should().OnlyContain(kind => kind.Problem == null && kind.Written == 1 && kind.Deleted == 0);
        broken.Problems.Should().Contain(problem => problem.Code == "in-memory.unreadable");
        world.Shop.All<Product>().Select(item => (item.Value.Reference, item.Value.Name["en"])).Should().BeEquivalentTo([("A", "new"), ("B", "old"), ("C", "old")]);
        (await world.Store.ReadLinksAsync("main", EntityKind.Product, 0, 10, openOnly: false, CancellationToken.None)).Should().HaveCount(3).And.OnlyContain(link => link.GoneAt == null);

        world.Erp.Connector.With(lister);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync();

        (await world.Store.ReadLinksAsync("main", EntityKind.Product, 0, 10, openOnly: false, CancellationToken.None)).Where(link => link.GoneAt == Side.Second).Should().ContainSingle().Which.Second.Id.Should().Be(ids["C"]);
    }

    private sealed class BrokenLister(ILister<Product> inner, RemoteId hidden) : ILister<Product>
    {
        public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var listed in inner.ListAsync(cancellationToken))
            {
                if (listed.Id != hidden)
                    yield return listed;
            }

            throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, "in-memory.unreadable", "One row could not be listed."));
        }
    }
}
