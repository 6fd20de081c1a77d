namespace ErpSync.Docs;

/// <summary>What to do when a pair was held: another installation, a restored backup, an older store.</summary>
internal static class Holds
{
    public static async Task ShowAsync(ISyncControl control)
    {
        foreach (var hold in await control.ReadHoldsAsync("main"))
            Console.WriteLine($"{hold.Since:u} {hold.Connection}: {hold.Message} {hold.Remedy}");
    }

    public static async Task ConfirmRestoredShopAsync(ISyncControl control)
    {
        foreach (var hold in await control.ReadHoldsAsync("main"))
        {
            // The ERP is right where the two differ now: what the shop's backup lacks is brought back to it.
            if (hold is { Code: HoldCodes.RanBackwards, Connection: "shop" })
                await control.ConfirmAsync("main", hold, keep: "erp");
        }
    }
}
