using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>What follows when a linked record was deleted at one side, and a person's word where nobody may guess.</summary>
internal static class Deletes
{
    public static IErpSyncBuilder AddCatalogue(this IErpSyncBuilder builder) => builder
        .AddPair("main", "shop", "erp", pair => pair
            .Sync<Category>(c => c.OnDelete(Deletion.Unlink))
            .Sync<Product>(p => p
                .OnDelete(Deletion.Deactivate, deletedAt: "erp") // gone in the ERP: no longer sold in the shop
                .OnDelete(Deletion.Ask, deletedAt: "shop"))); // gone in the shop: somebody decides

    /// <summary>Deleted in the shop by mistake: the product is created there again from the ERP.</summary>
    public static Task BringBackAsync(ISyncEngine engine, RemoteId erpId) =>
        engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp") { Ids = [erpId] });

    /// <summary>Deleted in the shop on purpose: the product is deleted in the ERP too.</summary>
    public static Task LetGoAsync(ISyncEngine engine, RemoteId shopId) =>
        engine.ResolveAsync("main", new Resolution(EntityKind.Product, "shop") { Ids = [shopId] });

    /// <summary>A system announced a deletion: it is verified and followed in this run, without waiting for the next complete listing.</summary>
    public static Task AnnouncedAsync(ISyncEngine engine, RemoteId shopId) =>
        engine.RunAsync(new SyncRequest("main") { AnnouncedDeletions = [new AnnouncedDeletion(EntityKind.Product, "shop", shopId)] });
}
