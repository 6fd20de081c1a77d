using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Sqlite.Tests;

public sealed class SqliteBuilderExtensionsTests
{
    [Fact]
    public void An_empty_connection_string_is_refused_at_once() =>
        new Builder().Invoking(builder => builder.UseSqlite("")).Should().Throw<ArgumentException>();

    [Fact]
    public void A_store_chosen_before_is_replaced_by_one_singleton()
    {
        var builder = new Builder();
        builder.Services.AddSingleton<ISyncStore>(new InMemoryStore());
        builder.UseSqlite("Data Source=erpsync.db", options => options.BusyTimeout = TimeSpan.FromSeconds(1)).Should().BeSameAs(builder);
        var service = builder.Services.Where(known => known.ServiceType == typeof(ISyncStore)).Should().ContainSingle().Which;
        (service.ServiceType, service.Lifetime).Should().Be((typeof(ISyncStore), ServiceLifetime.Singleton));
        using var store = (IDisposable)service.ImplementationFactory!(new NoServices());
        store.Should().BeOfType<SqliteStore>();
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class Builder : IErpSyncBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public IErpSyncBuilder AddConnector(string name, Func<IServiceProvider, Connector> create) => this;
    }
}
