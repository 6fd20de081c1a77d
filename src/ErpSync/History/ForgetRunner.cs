namespace ErpSync;

/// <summary>Erases what the store keeps of a record, of its counterpart and of what belongs to them.</summary>
internal sealed class ForgetRunner(EngineSetup setup, ISyncStore store, TimeProvider clock)
{
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromMinutes(5);

    // Texts of these prefixes are the engine's own marks and name no record's content.
    private static readonly string[] Marks = ["cursor/", "sweep/", "policy/", "pause/", "hold/", "instance/", "brake/", "alone-turn/", "alone-rules/"];

    public async Task<ForgetReport> ForgetAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken)
    {
        var definition = setup.Pair(pair);
        definition.Kind(kind);
        var side = definition.SideOf(connection);
        await store.OpenAsync(cancellationToken);
        var leaseName = $"pair/{definition.Name}";
        var lease = await store.TryTakeLeaseAsync(leaseName, $"forget/{Guid.NewGuid():N}", clock.GetUtcNow(), LeaseDuration, cancellationToken)
            ?? throw new SyncBusyException(definition.Name, await store.ReadLeaseAsync(leaseName, cancellationToken));
        try
        {
            var problems = new List<SyncProblem>();
            var records = await CollectAsync(definition, new RecordKey(definition.Name, kind, side, id), problems, cancellationToken);
            var texts = await TextsAsync(records, cancellationToken);
            var plans = await ForgetInPlansAsync(definition, records, texts, cancellationToken);
            var (notes, stones) = await ForgetNotesAsync(definition, records, texts, lease, cancellationToken);
            var erased = new Dictionary<string, long>(await store.EraseAsync(definition.Name, records, cancellationToken), StringComparer.Ordinal)
            {
                ["plans"] = plans,
                ["notes"] = notes,
                ["tombstones"] = stones,
            };
            return new ForgetReport(records, erased) { NotSearched = problems };
        }
        finally
        {
            await store.ReleaseLeaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task<List<RecordKey>> CollectAsync(PairDefinition pair, RecordKey record, List<SyncProblem> problems, CancellationToken cancellationToken)
    {
        var records = new List<RecordKey> { record };
        await AddPartnersAsync(records, cancellationToken);
        foreach (var kind in pair.Kinds.Where(kind => kind.Kind != record.Kind && kind.DependsOn.Contains(record.Kind)))
        {
            try
            {
                var (context, kinds) = await setup.OpenAsync(new SyncRequest(pair.Name) { Kinds = [kind.Kind] }, null, run: 0, lease: null, cancellationToken);
                var pass = kinds[0].Open(context);
                foreach (var owner in records.Where(known => known.Kind == record.Kind).ToList())
                {
                    foreach (var owned in await pass.FindOwnedAsync(owner.Side, new Ref(owner.Kind, owner.Id), cancellationToken))
                        records.Add(new RecordKey(pair.Name, kind.Kind, owner.Side, owned));
                }
            }
            catch (ConnectorException exception)
            {
                problems.Add(exception.Problem with { EntityKind = kind.Kind });
            }
        }

        await AddPartnersAsync(records, cancellationToken);
        return [.. records.Distinct()];
    }

    /// <summary>The counterparts, by links and by what is remembered of earlier ones.</summary>
    private async Task AddPartnersAsync(List<RecordKey> records, CancellationToken cancellationToken)
    {
        foreach (var record in records.ToList())
        {
            var other = record.Side == Side.First ? Side.Second : Side.First;
            foreach (var link in await store.FindLinksAsync(record.Pair, record.Kind, record.Side, [record.Id], cancellationToken))
                records.Add(record with { Side = other, Id = link.End(other).Id });
            foreach (var stone in await store.FindTombstonesAsync(record.Pair, record.Kind, record.Side, [record.Id], cancellationToken))
                records.Add(record with { Side = other, Id = stone.Id(other) });
        }
    }

    /// <summary>The names and values by which other texts may speak of the records.</summary>
    private async Task<ErasedTexts> TextsAsync(IReadOnlyList<RecordKey> records, CancellationToken cancellationToken)
    {
        var texts = new ErasedTexts(records);
        foreach (var record in records)
        {
            foreach (var link in await store.FindLinksAsync(record.Pair, record.Kind, record.Side, [record.Id], cancellationToken))
                texts.AddLabel(link.Label);
            await foreach (var entry in store.ReadJournalAsync(new JournalQuery(record.Pair) { Kind = record.Kind, Side = record.Side, Id = record.Id }, cancellationToken))
            {
                texts.AddValue(entry.OldValue);
                texts.AddValue(entry.NewValue);
            }
        }

        return texts;
    }

    private async Task<long> ForgetInPlansAsync(PairDefinition pair, IReadOnlyList<RecordKey> records, ErasedTexts texts, CancellationToken cancellationToken)
    {
        var firsts = records.Where(record => record.Side == Side.First).Select(record => (record.Kind, record.Id)).ToHashSet();
        var seconds = records.Where(record => record.Side == Side.Second).Select(record => (record.Kind, record.Id)).ToHashSet();
        var plans = new SyncPlans(setup, store);
        var erased = 0L;
        foreach (var stored in await store.ReadPlansAsync(pair.Name, cancellationToken))
        {
            if (await plans.FindAsync(pair.Name, stored.Name, cancellationToken) is not { } plan)
                continue;
            var kept = plan.Only(entry => !(entry.FirstId is { } one && firsts.Contains((entry.Kind, one))) && !(entry.SecondId is { } other && seconds.Contains((entry.Kind, other)))
                && !texts.AreIn(entry.Label) && !texts.AreIn(entry.Reason) && !entry.Changes.Any(change => texts.AreIn(change.From) || texts.AreIn(change.To)));
            if (kept.Entries.Count == plan.Entries.Count)
                continue;
            erased += plan.Entries.Count - kept.Entries.Count;
            await plans.KeepAsync(kept, stored.Name, cancellationToken);
        }

        return erased;
    }

    /// <summary>Small texts about the records, labels of tombstones; and a line in the journal that something was erased, which names nobody.</summary>
    private async Task<(long Notes, long Stones)> ForgetNotesAsync(PairDefinition pair, IReadOnlyList<RecordKey> records, ErasedTexts texts, Lease lease, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = lease };
        var keys = records.SelectMany(record => new[] { $"{record.Kind.Name}/{(record.Side == Side.First ? pair.First : pair.Second)}/{record.Id.Value}" }).ToList();
        foreach (var (key, text) in await store.ReadTextsAsync(pair.Name, "", cancellationToken))
        {
            if (Marks.Any(mark => key.StartsWith(mark, StringComparison.Ordinal)))
                continue;
            if (keys.Any(record => key.EndsWith(record, StringComparison.Ordinal)) || texts.AreIn(text) || IsPairNote(key, records))
                changes.Texts.Add((pair.Name, key, null));
        }

        foreach (var record in records)
        {
            foreach (var stone in await store.FindTombstonesAsync(record.Pair, record.Kind, record.Side, [record.Id], cancellationToken))
            {
                if (stone.Label is not null && !changes.Tombstones.Any(known => known.FirstId == stone.FirstId && known.SecondId == stone.SecondId && known.Kind == stone.Kind))
                    changes.Tombstones.Add(stone with { Label = null, KeyHash = null });
            }
        }

        changes.Journal.Add(new JournalEntry(pair.Name, 0, records[0].Kind, records[0].Side, new RemoteId(""), JournalAction.Erased, clock.GetUtcNow(), "erased on request"));
        await store.CommitAsync(changes, cancellationToken);
        return (changes.Texts.Count, changes.Tombstones.Count);
    }

    private static bool IsPairNote(string key, IReadOnlyList<RecordKey> records)
    {
        var prefix = new[] { PairNotes.ApartPrefix, PairNotes.RejectedPrefix, PairNotes.UndonePrefix }.FirstOrDefault(known => key.StartsWith(known, StringComparison.Ordinal));
        if (prefix is null || key.IndexOf('\n', StringComparison.Ordinal) is var line && line < 0)
            return false;
        var slash = key.IndexOf('/', prefix.Length);
        var (kind, first, second) = (key[prefix.Length..slash], key[(slash + 1)..line], key[(line + 1)..]);
        return records.Any(record => record.Kind.Name == kind && record.Id.Value == (record.Side == Side.First ? first : second));
    }
}
