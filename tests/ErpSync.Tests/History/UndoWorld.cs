namespace ErpSync.Tests.History;

/// <summary>A shop and an ERP with one linked mug, and what tests of undoing need.</summary>
internal sealed class UndoWorld : IDisposable
{
    public static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug"), Barcode = "1" };

    public UndoWorld(Action<PairBuilder>? pair = null) => World = new TwoSystems(pair);

    public TwoSystems World { get; }

    public RemoteId Shop { get; private set; }

    public RemoteId Erp { get; private set; }

    public string? ShopBarcode => World.Shop.Get<Product>(Shop)!.Barcode;

    public string? ErpBarcode => World.Erp.Get<Product>(Erp)!.Barcode;

    /// <summary>Both have the mug and agree on it.</summary>
    public static async Task<UndoWorld> LinkedAsync(Action<PairBuilder>? pair = null)
    {
        var world = new UndoWorld(pair);
        world.Shop = world.World.Shop.Add(Mug);
        world.Erp = world.World.Erp.Add(Mug);
        await world.World.RunAsync();
        return world;
    }

    /// <summary>The shop's barcode is edited and carried over.</summary>
    /// <returns>The run that carried it over.</returns>
    public async Task<long> CarryAsync(string barcode)
    {
        World.Clock.Advance(TimeSpan.FromMinutes(1));
        World.Shop.Edit<Product>(Shop, x => x with { Barcode = barcode });
        var report = await World.RunAsync();
        report.Written.Should().Be(1);
        return report.Run;
    }

    public async Task<UndoReport> UndoAsync(UndoScope scope)
    {
        World.Clock.Advance(TimeSpan.FromMinutes(1));
        return await World.History.UndoAsync(await World.History.PlanUndoAsync("main", scope));
    }

    public async Task<RecordView> ViewAsync() => (await World.InspectAsync(EntityKind.Product)).Single();

    /// <summary>Another run finds nothing to write.</summary>
    public async Task BeStillAsync()
    {
        World.Shop.Calls.Clear();
        World.Erp.Calls.Clear();
        (await World.RunAsync()).Written.Should().Be(0);
        (await World.RunAsync(full: true)).Written.Should().Be(0);
        World.Shop.Calls.Writes.Should().Be(0);
        World.Erp.Calls.Writes.Should().Be(0);
    }

    public void Dispose() => World.Dispose();
}
