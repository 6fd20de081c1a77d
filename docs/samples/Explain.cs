namespace ErpSync.Docs;

/// <summary>Asks why a record is orange, red, parked, or was written.</summary>
internal static class Explain
{
    public static async Task WriteAsync(ISyncHistory history, TextWriter screen)
    {
        var why = await history.ExplainAsync("main", EntityKind.Product, "shop", new RemoteId("42"));
        foreach (var sentence in why.Sentences)
            await screen.WriteLineAsync(sentence);
        var open = why.Facts.Where(fact => fact.Code == "explain.open-field").Select(fact => $"{fact.Field} since {fact.At:u}");
        await screen.WriteLineAsync($"{why.Label} is {why.Colour}: {string.Join(", ", open)}");

        // Reads the record at both sides and says what a run would decide now; writes nothing.
        var now = await history.ExplainAsync("main", EntityKind.Product, "shop", new RemoteId("42"), live: true);
        foreach (var fact in now.Facts.Where(fact => fact.Because?.StartsWith("rule.", StringComparison.Ordinal) == true))
            await screen.WriteLineAsync($"{fact.Field}: {fact.Because}");
    }
}
