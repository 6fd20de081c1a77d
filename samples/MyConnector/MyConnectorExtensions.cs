using ErpSync;
using MyConnector;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds connections to product files.</summary>
public static class MyConnectorExtensions
{
    /// <summary>Adds a product file as a connection.</summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="name">The connection's name.</param>
    /// <param name="path">The file.</param>
    /// <returns>The builder.</returns>
    public static IErpSyncBuilder AddProductFile(this IErpSyncBuilder builder, string name, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddConnector(name, _ => Create(name, path));
    }

    /// <summary>The connector: one line per capability.</summary>
    /// <param name="name">The connection's name.</param>
    /// <param name="path">The file.</param>
    /// <returns>The connector.</returns>
    public static Connector Create(string name, string path)
    {
        var file = new ProductFile(path);
        var reader = new ProductReader(file);
        var writer = new ProductWriter(file);
        return new Connector(name, "Product file")
            .With<IKind<Product>>(reader)
            .With<IReader<Product>>(reader)
            .With<IFinder<Product>>(reader)
            .With<ICreator<Product>>(writer)
            .With<ITokenFinder<Product>>(writer)
            .With<IUpdater<Product>>(writer)
            .With<IDeleter<Product>>(writer);
    }
}
