namespace ErpSync.Explaining;

/// <summary>What stops a record from the outside: pauses, and a deletion that is remembered.</summary>
internal static class StopFacts
{
    public static async Task AddAsync(FactWriter facts, EngineSetup setup, ISyncStore store, PairDefinition pair, KindDefinition kind, Side side, RemoteId id, CancellationToken cancellationToken)
    {
        foreach (var pause in (await new PauseBook(store, pair.Name).ReadAsync(cancellationToken)).Where(pause => pause.Kind is null || pause.Kind == kind.Kind))
        {
            facts.Add(
                new ExplanationFact(pause.Target is null ? "explain.paused" : "explain.paused-to", "") { At = pause.Since, Connection = pause.Target },
                ("who", pause.Who),
                ("connection", pause.Target ?? ""),
                ("since", FactWriter.When(pause.Since)),
                ("reason", pause.Reason));
        }

        foreach (var hold in await new HoldBook(store, pair.Name).ReadAsync(cancellationToken))
        {
            facts.Add(
                new ExplanationFact("explain.held", "") { At = hold.Since, Connection = hold.Connection, Because = hold.Code, Problem = hold.ToProblem() },
                ("since", FactWriter.When(hold.Since)),
                ("reason", setup.Parts.Texts.Sentence(hold.ToProblem())));
        }

        foreach (var tombstone in await store.FindTombstonesAsync(pair.Name, kind.Kind, side, [id], cancellationToken))
        {
            facts.Add(
                new ExplanationFact("explain.tombstone", "") { At = tombstone.At, Connection = tombstone.DeletedAt is { } at ? pair.NameOf(at) : null, Because = Reasons.CodeOf(tombstone.Reason) },
                ("when", FactWriter.When(tombstone.At)),
                ("reason", setup.Parts.Texts.Reason(tombstone.Reason)));
        }
    }
}
