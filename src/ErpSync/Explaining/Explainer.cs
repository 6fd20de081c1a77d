using ErpSync.Recording;

namespace ErpSync.Explaining;

/// <summary>Explains a record from links, parked records, pauses, journal and policies.</summary>
internal sealed class Explainer(EngineSetup setup, ISyncStore store)
{
    private const int LatestWrites = 20;

    public async Task<Explanation> ExplainAsync(string pairName, EntityKind kind, string connection, RemoteId id, bool live, CancellationToken cancellationToken)
    {
        var pair = setup.Pair(pairName);
        var definition = pair.Kind(kind);
        var side = pair.SideOf(connection);
        await store.OpenAsync(cancellationToken);
        var facts = new FactWriter(setup.Parts.Texts);
        var link = (await store.FindLinksAsync(pairName, kind, side, [id], cancellationToken)).FirstOrDefault();
        var red = link is null ? await FindRedAsync(pairName, kind, side, id, cancellationToken) : null;
        var parked = await FindParkedAsync(pairName, kind, side, id, link, cancellationToken);
        var answer = new Explanation(pairName, kind, connection, id)
        {
            Colour = link is not null ? (link.Open.Count == 0 ? LinkColour.Green : LinkColour.Orange) : red is not null || parked.Count > 0 ? LinkColour.Red : null,
            CounterpartId = link?.End(PairDefinition.Other(side)).Id,
            Label = link?.Label ?? red?.Label ?? parked.FirstOrDefault()?.Label ?? id.Value,
        };
        AddColour(facts, pair, answer, link);
        AddOpenFields(facts, pair, definition, link);
        if (red is not null)
            facts.Add(new ExplanationFact("explain.not-linked", "") { At = red.SeenAt, Because = red.Problem.Code, Problem = red.Problem, Connection = connection }, ("reason", facts.Texts.Sentence(red.Problem)));
        foreach (var record in parked)
            AddParked(facts, pair, record);
        await StopFacts.AddAsync(facts, setup, store, pair, definition, side, id, cancellationToken);
        await AddWritesAsync(facts, pair, definition, side, id, link, cancellationToken);
        await AddLastRunAsync(facts, pair, cancellationToken);
        if (live)
        {
            var (context, kinds) = await setup.OpenAsync(new SyncRequest(pairName) { Kinds = [kind] }, null, run: 0, lease: null, cancellationToken);
            facts.AddRange(await kinds[0].Open(context).ExplainAsync(link, side, id, cancellationToken));
        }

        return answer with { Facts = facts.Facts };
    }

    private static void AddColour(FactWriter facts, PairDefinition pair, Explanation answer, Link? link)
    {
        if (link is null)
        {
            facts.Add(new ExplanationFact(answer.Colour is null ? "explain.unknown" : "explain.red", "") { Connection = answer.Connection }, ("kind", answer.Kind.Name), ("id", answer.Id.Value), ("connection", answer.Connection));
            return;
        }

        facts.Add(new ExplanationFact(link.Open.Count == 0 ? "explain.green" : "explain.orange", "") { At = link.Open.Count == 0 ? null : link.Open.Min(open => open.Since) }, ("count", FactWriter.Number(link.Open.Count)));
        facts.Add(
            new ExplanationFact("explain.linked", "") { At = link.LinkedAt, Because = Reasons.CodeOf(link.Reason) },
            ("first", pair.First),
            ("firstId", link.First.Id.Value),
            ("second", pair.Second),
            ("secondId", link.Second.Id.Value),
            ("since", FactWriter.When(link.LinkedAt)),
            ("reason", facts.Texts.Reason(link.Reason)));
    }

    private static void AddOpenFields(FactWriter facts, PairDefinition pair, KindDefinition definition, Link? link)
    {
        foreach (var open in link?.Open ?? [])
        {
            var reason = OpenReasons.Of(open.Reason, pair.First, pair.Second);
            var fact = new ExplanationFact(open.Field == "*" ? "explain.open-record" : "explain.open-field", "") { At = open.Since, Field = open.Field == "*" ? null : open.Field, Because = reason.Code };
            facts.Add(fact, ("field", open.Field), ("since", FactWriter.When(open.Since)), ("reason", facts.Texts.Reason(reason)));
            if (open.Field == "*" || open.Reason is OpenReason.Pending or OpenReason.NotWritable)
                continue;
            var policy = definition.PolicyOn(pair, open.Field, open.Reason);
            facts.Add(new ExplanationFact("explain.policy", "") { Field = open.Field, Because = policy.Code }, ("field", open.Field), ("policy", facts.Texts.Reason(policy)));
        }
    }

    private static void AddParked(FactWriter facts, PairDefinition pair, ParkedRecord record)
    {
        var code = record.State switch
        {
            ParkedState.Dead => "explain.given-up",
            ParkedState.SkippedUntilChanged => "explain.skipped-until-changed",
            ParkedState.Skipped => "explain.skipped",
            _ => "explain.parked",
        };
        var fact = new ExplanationFact(code, "")
        {
            At = record.ParkedAt,
            Connection = pair.NameOf(record.Side),
            Because = record.Problem.Code,
            Problem = record.Problem,
            Attempts = record.Attempts,
            RetryAt = record.RetryAt,
        };
        facts.Add(
            fact,
            ("since", FactWriter.When(record.ParkedAt)),
            ("attempts", FactWriter.Number(record.Attempts)),
            ("next", record.RetryAt is { } next ? FactWriter.When(next) : "-"),
            ("reason", facts.Texts.Sentence(record.Problem)));
    }

    private async Task AddWritesAsync(FactWriter facts, PairDefinition pair, KindDefinition kind, Side side, RemoteId id, Link? link, CancellationToken cancellationToken)
    {
        var ends = link is null ? [(side, id)] : new[] { (Side.First, link.First.Id), (Side.Second, link.Second.Id) };
        var entries = new List<JournalEntry>();
        foreach (var (at, record) in ends)
        {
            await foreach (var entry in store.ReadJournalAsync(new JournalQuery(pair.Name) { Kind = kind.Kind, Side = at, Id = record }, cancellationToken))
                entries.Add(entry);
        }

        foreach (var entry in entries.OrderBy(entry => entry.Number).TakeLast(LatestWrites))
        {
            var code = entry.Action == JournalAction.Linked ? "explain.linked-then" : $"explain.{entry.Action.ToString().ToLowerInvariant()}";
            var fact = new ExplanationFact(code, "")
            {
                At = entry.At,
                Field = entry.Field,
                Connection = pair.NameOf(entry.Side),
                Run = entry.Run,
                OldValue = entry.OldValue,
                NewValue = entry.NewValue,
                Because = Reasons.CodeOf(entry.Reason),
            };
            facts.Add(
                fact,
                ("when", FactWriter.When(entry.At)),
                ("run", FactWriter.Number(entry.Run)),
                ("connection", pair.NameOf(entry.Side)),
                ("field", entry.Field ?? ""),
                ("old", Shown(kind, entry.Field, entry.OldValue)),
                ("new", Shown(kind, entry.Field, entry.NewValue)),
                ("reason", facts.Texts.Reason(entry.Reason)));
        }
    }

    private static string Shown(KindDefinition kind, string? field, string? json) => json is null ? "-" : field is null ? json : kind.Display(field, json);

    private async Task AddLastRunAsync(FactWriter facts, PairDefinition pair, CancellationToken cancellationToken)
    {
        if ((await store.ReadRunsAsync(pair.Name, 1, cancellationToken)) is not [{ } last])
            return;
        var code = last.EndedAt is null ? "explain.run-unfinished" : last.Error is null ? "explain.run-complete" : "explain.run-incomplete";
        facts.Add(new ExplanationFact(code, "") { At = last.StartedAt, Run = last.Number }, ("run", FactWriter.Number(last.Number)), ("when", FactWriter.When(last.StartedAt)));
    }

    private async Task<Unlinked?> FindRedAsync(string pair, EntityKind kind, Side side, RemoteId id, CancellationToken cancellationToken)
    {
        await foreach (var record in store.ReadAllUnlinkedAsync(pair, kind, cancellationToken))
        {
            if (record.Side == side && record.Id == id)
                return record;
        }

        return null;
    }

    private async Task<IReadOnlyList<ParkedRecord>> FindParkedAsync(string pair, EntityKind kind, Side side, RemoteId id, Link? link, CancellationToken cancellationToken)
    {
        var found = new List<ParkedRecord>();
        await foreach (var record in store.ReadParkedAsync(pair, kind, cancellationToken))
        {
            if ((record.Side == side && record.Id == id) || (link is not null && link.End(record.Side).Id == record.Id))
                found.Add(record);
        }

        return found;
    }
}
