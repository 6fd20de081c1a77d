namespace ErpSync.Docs;

/// <summary>Announcing that a record changed, wiring a webhook, and sending one record by hand.</summary>
internal static class Signals
{
    public static async Task<bool> OnWebhookAsync(ISyncSignals signals, Connector shop, SignalRequest request)
    {
        var reading = shop.Get<ISignalParser>().Parse(request);
        if (reading.Problem is not null)
            return false; // a wrong signature, or no webhook: answer 401 or 400
        await signals.SignalAsync("main", "shop", reading);
        return true;
    }

    public static async Task ByHandAsync(ISyncSignals signals)
    {
        await signals.SignalAsync("main", EntityKind.Customer, RemoteId.From(17), SignalEvent.LoggedIn, "shop");
        await signals.CarryOverAsync("main");

        var report = await signals.SyncOneAsync("main", EntityKind.Order, RemoteId.From(1042), "shop");
        Console.WriteLine($"{report.Written} written, {report.Failed} failed");
    }
}
