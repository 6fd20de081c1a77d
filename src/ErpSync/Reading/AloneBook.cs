namespace ErpSync.Reading;

/// <summary>
/// Remembers from run to run which records of one side have no link and get none as things are: those that the pair leaves out, those that are made at one side only,
/// and what belongs to them. They are not read again until their stamp, their owner's link, the rules or a record with one of their keys changes. Records that are held
/// for any other reason, or parked, are not remembered: each run looks at them.
/// </summary>
internal sealed class AloneBook<T>(PassContext context, KindPolicy<T> policy, SideContext<T> side, SideContext<T> other, RecordHasher hasher, Scratch scratch)
    where T : class, IEntity
{
    private const int Shards = 256;
    private const int MostLookedAtAgain = 400;
    private const int ChunkSize = 500;

    private readonly bool _creates = policy.CreateAt.Contains(other.Side) && other.Creator is not null;
    private readonly string _rule = AloneEntry.RuleOf(policy.Where);
    private readonly AloneTable _noted = new(scratch);
    private readonly AloneTable _skipped = new(scratch);
    private readonly RefResolver _refs = new(context);
    private bool _isValid;
    private int _turn;
    private int _lookedAtAgain;

    /// <summary>Tells which records are parked, so that they are looked at in each run.</summary>
    public Func<RemoteId, bool>? IsParked { get; set; }

    /// <summary>False when every record without a link must be read, as one of them may be what an earlier run left.</summary>
    public bool MaySkip { get; set; } = true;

    public AloneTable Skipped => _skipped;

    private bool IsUsed => context is { Run: > 0, Only: null };

    private string TurnKey => $"alone-turn/{T.Kind.Name}/{side.Name}";

    private string RulesKey => $"alone-rules/{T.Kind.Name}/{side.Name}";

    /// <summary>What the memory holds good for: the policy, and the code that makes keys and stamps.</summary>
    private string Rules => string.Join(
        '|',
        policy.Signature,
        policy.Shape.Version,
        string.Join(',', policy.Keys.Select(key => key.Name)),
        _creates,
        policy.LinkFrom,
        typeof(AloneBook<T>).Module.ModuleVersionId,
        side.Reader?.GetType().Module.ModuleVersionId,
        other.Reader?.GetType().Module.ModuleVersionId);

    public static string Key(string connection, RemoteId id) => $"alone/{ShardOf(id):x2}/{T.Kind.Name}/{connection}/{id.Value}";

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!IsUsed)
            return;
        _isValid = string.Equals(await context.Store.GetTextAsync(context.Pair, RulesKey, cancellationToken), Rules, StringComparison.Ordinal);
        _turn = int.TryParse(await context.Store.GetTextAsync(context.Pair, TurnKey, cancellationToken), System.Globalization.CultureInfo.InvariantCulture, out var turn) ? turn % Shards : 0;
    }

    /// <summary>The records of a page of the listing that need not be read.</summary>
    /// <param name="page">Records without a link, with their stamps.</param>
    /// <param name="cancellationToken">Cancels the lookups.</param>
    public async Task<IReadOnlyCollection<RemoteId>> SkipAsync(IReadOnlyDictionary<RemoteId, string?> page, CancellationToken cancellationToken)
    {
        if (!_isValid || page.Count == 0)
            return [];
        var known = new Dictionary<RemoteId, AloneEntry>();
        foreach (var (id, stamp) in page)
        {
            if (AloneEntry.Parse(await context.Store.GetTextAsync(context.Pair, Key(side.Name, id), cancellationToken)) is { } entry && IsSame(entry, id, stamp))
                known[id] = entry;
        }

        var links = await _refs.LoadAsync(side.Side, known.Values.Select(entry => entry.Owner).OfType<Ref>(), cancellationToken);
        foreach (var id in known.Where(item => item.Value.Owner is { } owner && There(owner, links) != item.Value.OwnerThere).Select(item => item.Key).ToList())
            known.Remove(id);
        foreach (var (id, entry) in known)
            _skipped.Add(id, entry.Sort, null);
        return known.Keys;
    }

    /// <summary>Notes a record without a link that was read.</summary>
    /// <param name="record">The record.</param>
    /// <param name="candidate">What matching knows of it; null for one that is left out.</param>
    /// <param name="links">The links of the owners.</param>
    public void Note(Remote<T> record, Candidate? candidate, IRefTranslator links)
    {
        _skipped.Remove(record.Id);
        if (!IsUsed || (candidate is not null && _creates && !candidate.WaitsForOwner) || (candidate is not null && policy.LinkFrom is not null))
            return;
        var sort = candidate is null ? AloneSort.LeftOut : candidate.WaitsForOwner ? AloneSort.WaitsForOwner : AloneSort.Red;
        IReadOnlyList<string> keys = candidate is null ? [] : [.. candidate.Keys.OfType<string>().Select(hasher.Hash).Distinct(StringComparer.Ordinal)];
        _noted.Add(record.Id, sort, new AloneEntry(Stamp(record.Stamp), sort, candidate is null ? _rule : "", candidate?.Owner, candidate?.Owner is { } owner ? There(owner, links) : null, keys).ToString());
    }

    /// <summary>The skipped records that have a key.</summary>
    public async Task<IReadOnlyList<RemoteId>> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        if (_skipped.Count == 0)
            return [];
        var prefix = KeyPrefix(hasher.Hash(key));
        return [.. (await context.Store.ReadTextsAsync(context.Pair, prefix, cancellationToken)).Select(text => new RemoteId(text.Key[prefix.Length..])).Where(id => _skipped.Contains(id))];
    }

    /// <summary>Stores what this run learned.</summary>
    /// <param name="rests">Tells whether a record that was read has no link, is not held and not parked.</param>
    /// <param name="sawAll">True when the listing was complete.</param>
    /// <param name="changes">What is stored with the cursor.</param>
    /// <param name="cancellationToken">Cancels between two parts.</param>
    public async Task KeepAsync(Func<RemoteId, bool> rests, bool sawAll, StoreChanges changes, CancellationToken cancellationToken)
    {
        if (!IsUsed)
            return;
        foreach (var chunk in _noted.All().Chunk(ChunkSize))
        {
            var part = new StoreChanges { Lease = context.Lease };
            foreach (var (id, sort, text) in chunk)
                await ReplaceAsync(part, id, sort == AloneSort.LeftOut || rests(id) ? text : null, cancellationToken);
            if (!part.IsEmpty)
                await context.Store.CommitAsync(part, cancellationToken);
        }

        if (sawAll)
            await ForgetGoneAsync(changes, cancellationToken);
        changes.Texts.Add((context.Pair, RulesKey, Rules));
    }

    /// <summary>Forgets in rotation what does not exist any more.</summary>
    private async Task ForgetGoneAsync(StoreChanges changes, CancellationToken cancellationToken)
    {
        var prefix = $"alone/{_turn:x2}/{T.Kind.Name}/{side.Name}/";
        foreach (var (key, _) in await context.Store.ReadTextsAsync(context.Pair, prefix, cancellationToken))
        {
            var id = new RemoteId(key[prefix.Length..]);
            if (!_skipped.Contains(id) && !_noted.Contains(id))
                await ReplaceAsync(changes, id, null, cancellationToken);
        }

        changes.Texts.Add((context.Pair, TurnKey, ((_turn + 1) % Shards).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task ReplaceAsync(StoreChanges changes, RemoteId id, string? text, CancellationToken cancellationToken)
    {
        var before = await context.Store.GetTextAsync(context.Pair, Key(side.Name, id), cancellationToken);
        if (string.Equals(before, text, StringComparison.Ordinal))
            return;
        changes.Texts.Add((context.Pair, Key(side.Name, id), text));
        var (old, now) = (AloneEntry.Parse(before)?.Keys ?? [], AloneEntry.Parse(text)?.Keys ?? []);
        foreach (var key in old.Except(now, StringComparer.Ordinal))
            changes.Texts.Add((context.Pair, KeyPrefix(key) + id.Value, null));
        foreach (var key in now.Except(old, StringComparer.Ordinal))
            changes.Texts.Add((context.Pair, KeyPrefix(key) + id.Value, ""));
    }

    /// <summary>True when nothing of the record itself says that it must be read. What is left out is looked at again in rotation: the rule may look at more than the record.</summary>
    private bool IsSame(AloneEntry entry, RemoteId id, string? stamp)
    {
        if ((stamp is not null && Stamp(stamp) != entry.Stamp) || IsParked?.Invoke(id) == true)
            return false;
        if (entry.Sort != AloneSort.LeftOut)
            return MaySkip;
        return entry.Rule == _rule && (ShardOf(id) != _turn || ++_lookedAtAgain > MostLookedAtAgain);
    }

    private string KeyPrefix(string hash) => $"alone-key/{hash}/{T.Kind.Name}/{side.Name}/";

    private string Stamp(string? stamp) => stamp is null ? "" : hasher.Hash(stamp);

    private static string? There(Ref owner, IRefTranslator links) => links.Translate(owner) is { IsForeign: false } there ? there.Id.Value : null;

    private static int ShardOf(RemoteId id) => (int)(id.Value.Aggregate(2166136261, (hash, character) => (hash ^ character) * 16777619) % Shards);
}
