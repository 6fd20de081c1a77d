using ErpSync;
using Microsoft.Extensions.DependencyInjection;
using QuickStart.Output;

namespace QuickStart.Steps;

/// <summary>Plays two users: first they edit different fields of one product, then the same field.</summary>
internal static class Edits
{
    public static async Task<(long Found, long Resolved, long Written)> ShowAsync(IServiceProvider services)
    {
        var engine = services.GetRequiredService<ISyncEngine>();
        var link = await FirstGreenAsync(services);
        var shop = new Hand(services, "shop", link.First.Id);
        var erp = new Hand(services, "erp", link.Second.Id);

        Screen.Line($"Different fields of {link.Label}: the name in the shop, the barcode in the ERP.");
        var name = await shop.EditAsync("Name", product => product with { Name = product.Name.Select(text => text + " (new)") });
        var barcode = await erp.EditAsync("Barcode", product => product with { Barcode = "4006381333931" });
        var written = (await Run.ShowAsync(engine)).Written;
        Screen.Line($"  Merged: name in erp = {Screen.Short((await erp.ReadAsync()).Name.Best())}; barcode in shop = {(await shop.ReadAsync()).Barcode}.");
        _ = (name, barcode);

        Screen.Line($"The same field on both sides: the barcode of {link.Label}.");
        await shop.EditAsync("Barcode", product => product with { Barcode = "5901234123457" });
        await erp.EditAsync("Barcode", product => product with { Barcode = "9780201379624" });
        written += (await Run.ShowAsync(engine)).Written;
        var conflicts = await ConflictsAsync(engine);
        foreach (var (view, difference) in conflicts)
            Screen.Coloured(LinkColour.Orange, $"  conflict in {view.Label}, {difference.Field}: shop {difference.First} | erp {difference.Second}");
        Screen.Line("  Keeping the ERP's version.");
        var resolved = await engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp") { Where = view => view.Differences.Any(x => x.Reason == OpenReason.Conflict) });
        var left = await ConflictsAsync(engine);
        Screen.Coloured(LinkColour.Green, $"  {conflicts.Count} conflict found, {conflicts.Count - left.Count} resolved; barcode in shop = {(await shop.ReadAsync()).Barcode}.");
        return (conflicts.Count, conflicts.Count - left.Count, written + resolved.Written);
    }

    private static async Task<List<(RecordView View, FieldDifference Difference)>> ConflictsAsync(ISyncEngine engine)
    {
        var conflicts = new List<(RecordView, FieldDifference)>();
        await foreach (var view in engine.InspectAsync(new SyncRequest("main") { Kinds = [EntityKind.Product] }))
            conflicts.AddRange(view.Differences.Where(difference => difference.Reason == OpenReason.Conflict).Select(difference => (view, difference)));
        return conflicts;
    }

    private static async Task<Link> FirstGreenAsync(IServiceProvider services)
    {
        var links = await services.GetRequiredService<ISyncStore>().ReadLinksAsync("main", EntityKind.Product, 0, 100, openOnly: false, default);
        return links.First(link => link.Open.Count == 0);
    }
}
