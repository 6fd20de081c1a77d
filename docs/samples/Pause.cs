namespace ErpSync.Docs;

/// <summary>Stopping a pair, a kind or a direction at once, and letting it go on.</summary>
internal static class Pause
{
    public static async Task StockTakingAsync(ISyncControl control)
    {
        await control.PauseAsync("main", "stock-taking", "Anna", EntityKind.StockLevel);
        await control.PauseAsync("main", "prices are being checked", "Ben", EntityKind.Product, target: "shop");

        foreach (var pause in await control.ReadPausesAsync("main"))
            Console.WriteLine(pause);

        await control.ResumeAsync("main", EntityKind.StockLevel);
        await control.ResumeAsync("main", EntityKind.Product, "shop");
    }
}
