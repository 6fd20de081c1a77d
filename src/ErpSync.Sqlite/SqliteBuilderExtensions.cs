using ErpSync;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SQLite store to ErpSync.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps everything that ErpSync remembers in one SQLite file. Replaces a store that was chosen before.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">Where the file is, for example <c>Data Source=erpsync.db</c>; its directory must exist.</param>
    /// <param name="configure">Changes further settings; null for none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string names no file, or a setting is out of range.</exception>
    public static IErpSyncBuilder UseSqlite(this IErpSyncBuilder builder, string connectionString, Action<SqliteStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new SqliteStoreOptions { ConnectionString = connectionString };
        configure?.Invoke(options);
        options.Check();
        _ = new SqliteFile(options);
        builder.Services.AddTexts(typeof(SqliteStore).Assembly);
        builder.Services.Replace(ServiceDescriptor.Singleton<ISyncStore>(services => new SqliteStore(options, services.GetService<TimeProvider>())));
        return builder;
    }
}
