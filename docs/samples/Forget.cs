using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>How long the past is kept, and how a person's data goes before that.</summary>
internal static class Forget
{
    public static IErpSyncBuilder Configure(IServiceCollection services) =>
        services.AddErpSync(options => options.JournalDays = 180);

    public static async Task ForgetAsync(ISyncHistory history, EntityKind kind, RemoteId id)
    {
        // Delete the person in the shop and the ERP first, else the next run reads the record again.
        var report = await history.ForgetAsync("main", kind, "shop", id);
        foreach (var (area, rows) in report.Erased)
            Console.WriteLine($"{area}: {rows}");
        foreach (var problem in report.NotSearched)
            Console.WriteLine($"not searched: {problem.Message}");
    }
}
