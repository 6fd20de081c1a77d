using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests.Live;

/// <summary>Connectors of the live servers that the environment names.</summary>
internal static class LiveServers
{
    public static ServiceProvider Host(string system)
    {
        var services = new ServiceCollection();
        var builder = services.AddErpSync();
        if (system == "PRESTASHOP")
        {
            builder.AddPrestaShop("live", o =>
            {
                o.BaseAddress = Address(system);
                o.ApiKey = Key(system);
            });
        }
        else if (system == "WOOCOMMERCE")
        {
            builder.AddWooCommerce("live", o =>
            {
                o.BaseAddress = Address(system);
                o.ConsumerKey = Text(system, "KEY") ?? "ck_" + new string('0', 40);
                o.ConsumerSecret = Text(system, "SECRET") ?? "cs_" + new string('0', 40);
                o.ApplicationUser = Text(system, "APPLICATION_USER");
                o.ApplicationPassword = Text(system, "APPLICATION_PASSWORD");
            });
        }
        else if (system == "VTIGER")
        {
            builder.AddVtiger("live", o =>
            {
                o.BaseAddress = Address(system);
                o.UserName = Text(system, "USER") ?? "unset";
                o.AccessKey = Key(system);
                o.AssignMissingTaxes = true;
            });
        }
        else
        {
            builder.AddDolibarr("live", o =>
            {
                o.BaseAddress = Address(system);
                o.ApiKey = Key(system);
            });
        }

        return services.BuildServiceProvider();
    }

    /// <summary>The names of all checks; making the list sends nothing.</summary>
    public static TheoryData<string> Checks(string system)
    {
        using var host = Host(system);
        return [.. ConnectorChecks.For(host.GetRequiredKeyedService<Connector>("live"), Setup(host.GetRequiredKeyedService<Connector>("live"))).Select(check => check.Name)];
    }

    /// <summary>What a live system lacks is its own business: each capability that is not registered is left out.</summary>
    public static ConformanceSetup Setup(Connector connector)
    {
        if (connector.System == "vtiger CRM")
            return LiveVtiger.Setup(connector);
        var setup = new ConformanceSetup { ValuesPerField = 2, Domain = new FieldDomain { ForbiddenInLines = "<>;=#{}", QuantityDecimals = 0 } };
        setup = Leave<Category>(setup, connector);
        setup = Leave<Product>(setup, connector);
        setup = Leave<ProductVariant>(setup, connector);
        setup = Leave<StockLevel>(setup, connector);
        setup = Leave<ProductImage>(setup, connector);
        return setup.LeavesOut(EntityKind.Price, "not served");
    }

    internal static ConformanceSetup Leave<T>(ConformanceSetup setup, Connector connector)
        where T : class, IEntity
    {
        setup = LeaveOne<IChangeReader<T>>(setup, connector);
        setup = LeaveOne<ILister<T>>(setup, connector);
        setup = LeaveOne<IKeyFinder<T>>(setup, connector);
        setup = LeaveOne<ITokenFinder<T>>(setup, connector);
        setup = LeaveOne<ICreator<T>>(setup, connector);
        setup = LeaveOne<IUpdater<T>>(setup, connector);
        return LeaveOne<IDeleter<T>>(setup, connector);
    }

    private static ConformanceSetup LeaveOne<TCapability>(ConformanceSetup setup, Connector connector)
        where TCapability : class =>
        connector.Find<TCapability>() is null ? setup.LeavesOut<TCapability>("not offered by this connector") : setup;

    private static Uri Address(string system) => new(Environment.GetEnvironmentVariable($"ERPSYNC_LIVE_{system}_URL") is { Length: > 0 } address ? address : "https://unset.example/");

    private static string? Text(string system, string name) => Environment.GetEnvironmentVariable($"ERPSYNC_LIVE_{system}_{name}") is { Length: > 0 } text ? text : null;

    private static string Key(string system) => Environment.GetEnvironmentVariable($"ERPSYNC_LIVE_{system}_KEY") is { Length: > 0 } key ? key : new string('0', 32);
}
