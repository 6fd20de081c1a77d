namespace ErpSync.Docs;

/// <summary>Looks through the parked records and decides about them.</summary>
internal static class Parked
{
    public static async Task DecideAsync(ISyncControl control)
    {
        var dead = await control.ListParkedAsync(new ParkedQuery("main") { State = ParkedState.Dead, Count = 50 });
        foreach (var record in dead)
        {
            Console.WriteLine($"{record.Connection} {record.Kind} {record.Label}: {record.Reason} ({record.Attempts} attempts)");
            if (record.Problem.Code == "prestashop.field-invalid")
                await control.SkipAsync("main", record.Kind, record.Connection, record.Id); // until it changes
            else
                await control.RetryAsync("main", record.Kind, record.Connection, record.Id); // by the next run
        }

        // It was linked with the wrong record, and another one must begin anew.
        await control.RelinkAsync("main", EntityKind.Product, "shop", new RemoteId("42"), counterpart: new RemoteId("17"));
        await control.ForgetAndReimportAsync("main", EntityKind.Product, "shop", new RemoteId("43"));
    }
}
