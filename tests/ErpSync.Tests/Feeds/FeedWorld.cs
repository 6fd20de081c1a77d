using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests.Feeds;

/// <summary>Two model systems whose pair has feeds.</summary>
internal static class FeedWorld
{
    public static TwoSystems Create(Action<FeedSetBuilder> feeds, TwoSystems? restarted = null, Action<PairBuilder>? pair = null) => new(
        pair ?? (p => p.Sync<Category>().Sync<Product>().Sync<ProductVariant>().Sync<StockLevel>(s => s.From("erp").OnDrift(Drift.Restore).OnFirstRun(Conflict.Keep("erp")))),
        restarted: restarted,
        configure: services => services.AddErpSync().AddFeeds("main", feeds));

    public static ISyncFeeds Feeds(this TwoSystems world) => world.Service<ISyncFeeds>();

    public static ISyncSignals Signals(this TwoSystems world) => world.Service<ISyncSignals>();

    public static Product Mug(string reference = "P1") => new() { Reference = reference, Name = LocalizedText.Of("en", "Mug") };

    public static FeedStart By(string who = "Ann") => new(who);
}
