namespace ErpSync.Docs;

/// <summary>Shows how far a run is.</summary>
internal static class Progress
{
    public static Task<SyncReport> RunAsync(ISyncEngine engine) => engine.RunAsync(
        new SyncRequest("main"),
        new Progress<SyncProgress>(at => Console.WriteLine($"{at.Phase} {at.Kind}: {at.Done} of {at.Total?.ToString() ?? "?"}, {at.Rate:0} a second, {at.Remaining} to go")));
}
