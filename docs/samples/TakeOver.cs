namespace ErpSync.Docs;

/// <summary>Taking over the links of another tool, so that nothing is created or booked twice.</summary>
internal static class TakeOver
{
    public static async Task FromTableAsync(ISyncLinks links, string path)
    {
        await using (var table = File.OpenRead(path))
        {
            var dry = await links.AdoptAsync("main", EntityKind.Order, AdoptSource.Csv(table, "ps_order", "dolibarr_order"));
            foreach (var problem in dry.Problems)
                Console.WriteLine($"line {problem.Line}: {problem.Problem.Message}");
        }

        await using var again = File.OpenRead(path);
        var report = await links.AdoptAsync("main", EntityKind.Order, AdoptSource.Csv(again, "ps_order", "dolibarr_order"), apply: true);
        Console.WriteLine($"{report.Linked} linked, {report.AlreadyLinked} were, {report.Missing} are gone");
    }

    public static async Task FromFieldsAsync(ISyncLinks links)
    {
        // An extra field of the ERP's products that holds the shop's id, and customer numbers like PS-123.
        await links.AdoptAsync("main", EntityKind.Product, AdoptSource.CustomField("erp", "prestashop_id"), apply: true);
        await links.AdoptAsync("main", EntityKind.Customer, AdoptSource.ExternalId<Customer>("erp", x => x.Code?.StartsWith("PS-", StringComparison.Ordinal) == true ? x.Code[3..] : null), apply: true);
    }
}
