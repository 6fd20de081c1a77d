namespace ErpSync.Docs;

/// <summary>What was written, and how it is taken back.</summary>
internal static class Undo
{
    public static async Task ShowAsync(ISyncHistory history, RemoteId product)
    {
        var query = new HistoryQuery("main") { Kind = EntityKind.Product, Connection = "erp", Id = product };
        await foreach (var entry in history.ReadJournalAsync(query))
            Console.WriteLine($"{entry.At:u} run {entry.Run}: {entry.Field} {entry.Old} -> {entry.New} ({entry.Reason})");
    }

    public static async Task UndoAsync(ISyncHistory history, long run)
    {
        var plan = await history.PlanUndoAsync("main", UndoScope.OfRun(run)); // or OfRecord, OfField, OfEntry
        foreach (var step in plan.Entries)
            Console.WriteLine($"{step.Action} {step.Label} {step.Field} in {step.Connection}: {step.Now} -> {step.BackTo} {step.Problem?.Message}");
        foreach (var lost in plan.Irreversible)
            Console.WriteLine($"cannot be taken back: {lost.Problem.Message} {lost.Problem.Remedy}");

        var report = await history.UndoAsync(plan.Only(step => step.Action == UndoAction.SetBack));
        foreach (var refused in report.Refused)
            Console.WriteLine($"left alone: {refused.Entry.Label}: {refused.Problem.Message}");
        Console.WriteLine($"To take it back: undo run {report.Report.Run}.");
    }
}
