namespace ErpSync.Docs;

/// <summary>The store was lost: its links are found again before anything runs.</summary>
internal static class Rebuild
{
    public static async Task RebuildAsync(ISyncLinks links)
    {
        foreach (var report in await links.RebuildAsync("main"))
        {
            Console.WriteLine($"{report.Kind}: {report.FoundByToken} by token, {report.FoundByKey} by key, {report.FoundByContent} by content, {report.Alone} only at one side");
            foreach (var unsure in report.Unsure)
                Console.WriteLine(unsure);
        }
    }

    public static Task<int> ReleaseAsync(ISyncLinks links) => links.ReleaseAsync("main", EntityKind.Product, "shop");
}
