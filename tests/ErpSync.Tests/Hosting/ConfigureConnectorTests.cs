using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests.Hosting;

public sealed class ConfigureConnectorTests
{
    [Fact]
    public void Connector_is_adjusted_whether_it_was_added_before_or_after_and_in_the_order_of_the_calls()
    {
        var services = new ServiceCollection();
        var seen = new List<string>();
        services.AddErpSync()
            .ConfigureConnector("shop", (_, connector) => Note(connector, "first"))
            .AddConnector("shop", _ => new InMemorySystem("shop").Connector)
            .ConfigureConnector("shop", (_, connector) => Note(connector, "second"));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<Connector>("shop").Get<IProbe>().Should().BeOfType<Silent>();

        seen.Should().Equal("first", "second");

        Connector Note(Connector connector, string what)
        {
            seen.Add(what);
            return connector.With<IProbe>(new Silent());
        }
    }

    [Fact]
    public void Adjustment_that_returns_another_connection_is_refused()
    {
        var services = new ServiceCollection();
        services.AddErpSync().AddConnector("shop", _ => new InMemorySystem("shop").Connector).ConfigureConnector("shop", (_, _) => new Connector("erp", "Other"));
        using var provider = services.BuildServiceProvider();

        provider.Invoking(x => x.GetRequiredKeyedService<Connector>("shop")).Should().Throw<ErpSyncConfigurationException>().WithMessage("*'shop'*'erp'*the name must stay*");
    }

    [Fact]
    public async Task Adjustment_of_a_connection_that_is_never_added_is_refused_with_the_known_ones()
    {
        var services = new ServiceCollection();
        services.AddErpSync()
            .AddConnector("shop", _ => new InMemorySystem("shop").Connector)
            .AddConnector("erp", _ => new InMemorySystem("erp").Connector)
            .AddPair("main", "shop", "erp", p => p.Sync<Product>())
            .ConfigureConnector("crm", (_, connector) => connector);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ISyncEngine>().Invoking(engine => engine.RunAsync(new SyncRequest("main")))
            .Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*ConfigureConnector names the connection 'crm'*Connections: erp, shop*");
    }

    private sealed class Silent : IProbe
    {
        public Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([]);
    }
}
