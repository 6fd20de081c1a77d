using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>What runs when, what must come first, and letting a pair go live.</summary>
internal static class Feeds
{
    public static void Add(IErpSyncBuilder builder, IServiceCollection services)
    {
        builder.AddFeeds("main", feeds => feeds
            .Add("new-products", f => f.Kinds(EntityKind.Category, EntityKind.Product).Into("erp").Only(SyncWrites.Creates).Every(TimeSpan.FromHours(1)))
            .Add("changed-products", f => f.Kinds(EntityKind.Category, EntityKind.Product).Into("erp").Only(SyncWrites.Updates).Cron("0 0 2 * * ?", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")))
            .Add("stock-export", f => f.Kinds(EntityKind.StockLevel).Into("shop").Every(TimeSpan.FromMinutes(5)).After("new-products").WhenLive())
            .Add("retry", f => f.Retrying().Every(TimeSpan.FromHours(1))));
        services.AddErpSyncFeeds();
    }

    public static async Task OperateAsync(ISyncFeeds feeds)
    {
        var run = await feeds.RunNowAsync("main", "new-products", new FeedStart("Anna"));
        Console.WriteLine($"{run.Outcome}: {run.Read} read, {run.Written} written, {run.Failed} failed. {run.Message}");

        foreach (var feed in await feeds.ListAsync("main"))
            Console.WriteLine($"{feed.Name}: due {feed.DueAt:u}; {string.Join(" ", feed.Blockers)}");

        if (await feeds.ReadStageAsync("main") == PairStage.Initialised)
            await feeds.GoLiveAsync("main", "Anna");
        await feeds.SwitchAsync("main", "stock-export", on: false, "Ben", "stock-taking");
    }
}
