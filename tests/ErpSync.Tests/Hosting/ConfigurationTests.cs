using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests.Hosting;

public sealed class ConfigurationTests
{
    [Fact]
    public Task Two_pairs_with_one_name_are_refused() =>
        Expect(builder => builder.AddPair("main", "shop", "erp", p => p.Sync<Product>()).AddPair("main", "erp", "shop", p => p.Sync<Product>()), "2 pairs named 'main'");

    [Fact]
    public Task Pair_that_names_an_unknown_connection_is_refused_with_the_known_ones() =>
        Expect(builder => builder.AddPair("main", "shop", "crm", p => p.Sync<Product>()), "Pair 'main' names the connection 'crm'", "Connections: erp, shop");

    [Fact]
    public Task Field_policy_that_names_an_unknown_field_is_refused_with_the_known_ones() =>
        Expect(builder => builder.AddPair("main", "shop", "erp", p => p.Sync<Product>(x => x.Owner(product => product.HasVariants, "shop"))), "Pair 'main', product: there is no field 'HasVariants'", "PriceNet");

    [Fact]
    public Task Policy_that_names_a_connection_outside_the_pair_is_refused() =>
        Expect(builder => builder.AddPair("main", "shop", "erp", p => p.Sync<Product>(x => x.OnConflict(Conflict.Keep("crm")))), "'crm' is not one of the pair's connections ('shop', 'erp')");

    [Fact]
    public Task Merge_by_difference_of_something_that_is_no_quantity_is_refused() =>
        Expect(builder => builder.AddPair("main", "shop", "erp", p => p.Sync<Product>(x => x.MergeByDifference(product => product.Name))), "'Name' is not a quantity");

    [Fact]
    public Task All_mistakes_are_told_at_once() =>
        Expect(builder => builder
            .AddPair("main", "shop", "shop", p => p.Sync<Product>().Sync<Product>())
            .AddPair("other", "shop", "crm", p => p.Sync<Product>()), "connects 'shop' with itself", "syncs product 2 times", "'crm'");

    [Fact]
    public void Connection_added_twice_is_refused_at_once()
    {
        var builder = new ServiceCollection().AddErpSync().AddConnector("shop", _ => new InMemorySystem("shop").Connector);
        builder.Invoking(x => x.AddConnector("shop", _ => new InMemorySystem("shop").Connector))
            .Should().Throw<ArgumentException>().WithMessage("*connection named 'shop' already*");
    }

    [Fact]
    public async Task Unknown_pair_is_refused_with_the_known_ones()
    {
        using var world = new TwoSystems();
        await world.Engine.Invoking(engine => engine.RunAsync(new SyncRequest("nightly")))
            .Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*no pair 'nightly'*main*");
    }

    private static async Task Expect(Action<IErpSyncBuilder> pairs, params string[] parts)
    {
        var services = new ServiceCollection();
        var builder = services.AddErpSync()
            .AddConnector("shop", _ => new InMemorySystem("shop").Connector)
            .AddConnector("erp", _ => new InMemorySystem("erp").Connector);
        pairs(builder);
        await using var provider = services.BuildServiceProvider();
        var engine = provider.GetRequiredService<ISyncEngine>();
        var thrown = await engine.Invoking(x => x.RunAsync(new SyncRequest("main"))).Should().ThrowAsync<ErpSyncConfigurationException>();
        foreach (var part in parts)
            thrown.Which.Message.Should().Contain(part);
    }
}
