using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>Compares what the systems carried out with what the journal tells.</summary>
internal static class CommittedWrites
{
    /// <summary>Writes of which the journal knows nothing, and creates that it knows twice.</summary>
    public static async Task<IReadOnlyList<string>> MissingFromJournalAsync(ISyncStore store, params (Side Side, InMemorySystem System, IReadOnlyList<InMemoryCall> Calls)[] sides)
    {
        var journal = new List<JournalEntry>();
        await foreach (var entry in store.ReadJournalAsync(new JournalQuery("main"), default))
            journal.Add(entry);
        var missing = new List<string>();
        foreach (var (side, system, calls) in sides)
        {
            var mine = journal.Where(entry => entry.Side == side).ToList();
            foreach (var call in calls)
            {
                var kind = new EntityKind(call.Name[..call.Name.IndexOf('.')]);
                var verb = call.Name[(call.Name.IndexOf('.') + 1)..];
                if (verb == "update")
                {
                    missing.AddRange(call.Fields.Where(field => !mine.Exists(entry => entry.Kind == kind && entry.Id == call.Id && entry.Action == JournalAction.Updated && entry.Field == field)).Select(field => $"{system.Name} {call} {field}"));
                }
                else if (verb == "delete" && mine.Count(entry => entry.Kind == kind && entry.Id == call.Id && entry.Action == JournalAction.Deleted) != 1)
                {
                    missing.Add($"{system.Name} {call}");
                }
            }

            var creates = calls.Count(call => call.Name.EndsWith(".create", StringComparison.Ordinal));
            var told = mine.Where(entry => entry.Action is JournalAction.Created or JournalAction.Adopted).Select(entry => (entry.Kind, entry.Id)).ToList();
            if (told.Count != creates || told.Distinct().Count() != creates)
                missing.Add($"{system.Name}: {creates} creates, of which the journal tells {told.Count}: {string.Join(", ", told)}");
        }

        return missing;
    }
}
