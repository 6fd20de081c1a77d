using ErpSync.Reading;

namespace ErpSync.Comparing;

/// <summary>Compares two records against each other and each against its own base.</summary>
internal sealed class RecordComparer<T>
    where T : class, IEntity
{
    private readonly KindPolicy<T> _policy;
    private readonly SideContext<T> _first;
    private readonly SideContext<T> _second;
    private readonly RecordHasher _hasher;
    private readonly IReadOnlyList<Field<T>> _firstFields;
    private readonly IReadOnlyList<Field<T>> _secondFields;

    public RecordComparer(PassContext context, KindPolicy<T> policy, SideContext<T> first, SideContext<T> second, RecordHasher hasher)
    {
        _policy = policy;
        _first = first;
        _second = second;
        _hasher = hasher;
        _firstFields = [.. policy.Shape.Fields.Where(field => first.Reads(field.Name))];
        _secondFields = [.. policy.Shape.Fields.Where(field => second.Reads(field.Name))];
        Fields = [.. policy.Shape.Fields.Where(field =>
            !policy.Ignored.Contains(field.Name) && first.Reads(field.Name) && second.Reads(field.Name) && !PointsOutside(context, field))];
        Foreign = [.. policy.Shape.Fields.Where(field => !policy.Ignored.Contains(field.Name) && !Fields.Contains(field) && !PointsOutside(context, field))];
    }

    /// <summary>The fields that both sides read and the host did not leave out.</summary>
    public IReadOnlyList<Field<T>> Fields { get; }

    /// <summary>The fields that only one side reads; a create may carry them.</summary>
    public IReadOnlyList<Field<T>> Foreign { get; }

    public byte[] Fingerprint(Side side, T value) => _hasher.Fingerprint(side == Side.First ? _firstFields : _secondFields, _policy.Shape.Version, value);

    /// <summary>One mark of the content at both sides, to see whether either moved.</summary>
    public string Fingerprints(Loaded<T> loaded) =>
        $"{(loaded.First is { } one ? Convert.ToHexString(Fingerprint(Side.First, one.Value)) : "-")}/{(loaded.Second is { } other ? Convert.ToHexString(Fingerprint(Side.Second, other.Value)) : "-")}";

    public Compared<T> Compare(Loaded<T> loaded)
    {
        var one = loaded.FirstMarked!;
        var other = loaded.SecondMarked!;
        var (firstBases, secondBases) = Bases(loaded);
        var states = new FieldState[Fields.Count];
        for (var i = 0; i < states.Length; i++)
        {
            var field = Fields[i];
            var hasBase = firstBases.TryGet(field.Name, out var firstHash, out _) & secondBases.TryGet(field.Name, out var secondHash, out _);
            states[i] = new FieldState(
                AreEqual(field, one, loaded.SecondInFirst!),
                hasBase,
                !hasBase || _hasher.Hash(field, one) != firstHash,
                !hasBase || _hasher.Hash(field, other) != secondHash);
            if (loaded.Item.RejoinedAt is { } side && states[i] is { HasBase: true, Equal: false } && field.Display(side == Side.First ? one : other).Length == 0)
                states[i] = states[i] with { ChangedFirst = side == Side.Second, ChangedSecond = side == Side.First };
        }

        return new Compared<T>(loaded, states, Fingerprint(Side.First, loaded.First!.Value), Fingerprint(Side.Second, loaded.Second!.Value)) { FirstBases = firstBases, SecondBases = secondBases };
    }

    /// <summary>The survivor of a deletion, with the bases of both sides.</summary>
    public Compared<T> CompareAlone(Loaded<T> loaded, Side survivor)
    {
        var (firstBases, secondBases) = Bases(loaded);
        var fingerprint = Fingerprint(survivor, loaded.At(survivor)!.Value);
        return new Compared<T>(loaded, [], survivor == Side.First ? fingerprint : [], survivor == Side.Second ? fingerprint : []) { FirstBases = firstBases, SecondBases = secondBases };
    }

    /// <summary>True when the survivor holds anything that the two did not agree on. A pointer whose counterpart went too is not an edit.</summary>
    public bool WasEdited(Compared<T> alone, Side survivor)
    {
        var known = alone.Loaded.Link!.End(survivor).Fingerprint;
        var marked = survivor == Side.First ? alone.Loaded.FirstMarked! : alone.Loaded.SecondMarked!;
        return (!known.IsEmpty && !known.Span.SequenceEqual(alone.Fingerprint(survivor)))
            || Fields.Any(field => !alone.Bases(survivor).TryGet(field.Name, out var hash, out _)
                || (_hasher.Hash(field, marked) != hash && (field.PointsTo is null || _hasher.Hash(field, alone.Loaded.At(survivor)!.Value) != hash)));
    }

    /// <summary>A short hash of the value that a verdict carries over.</summary>
    public uint ValueOf(Field<T> field, Compared<T> compared, bool toFirst) =>
        (uint)_hasher.Hash(field, toFirst ? compared.Loaded.SecondInFirst! : compared.Loaded.FirstMarked!);

    /// <summary>Equal as they are, or as one system would hold the other's value.</summary>
    public bool AreEqual(Field<T> field, T first, T secondInFirst) =>
        field.AreEqual(first, secondInFirst)
        || field.AreEqual(_second.Profile.Normalise(first), secondInFirst)
        || field.AreEqual(first, _first.Profile.Normalise(secondInFirst))
        || field.AreEqual(_second.Profile.Normalise(first), _first.Profile.Normalise(secondInFirst));

    /// <summary>
    /// The fingerprint of the fields that can be sent to a side, as that side would hold them: equal for what was sent and what is found again.
    /// </summary>
    public byte[] ContentFingerprint(T value, SideContext<T> side) =>
        _hasher.Fingerprint([.. Fields.Where(field => side.Creates(field.Name))], _policy.Shape.Version, side.Profile.Normalise(value));

    /// <summary>What an intent remembers of a record that is sent: the fingerprint of all of it, then a hash of each field.</summary>
    public byte[] Sent(T value, SideContext<T> side)
    {
        var stored = side.Profile.Normalise(value);
        var fields = new FieldBases();
        foreach (var field in Fields.Where(field => side.Creates(field.Name)))
            fields.Set(field.Name, _hasher.Hash(field, stored), null);
        return [.. ContentFingerprint(value, side), .. fields.Write(_policy.Shape.Version)];
    }

    /// <summary>True when a record holds all that was sent.</summary>
    public bool IsAsSent(T record, SideContext<T> side, ReadOnlyMemory<byte> sent)
    {
        var whole = ContentFingerprint(record, side);
        return sent.Length >= whole.Length && sent.Span[..whole.Length].SequenceEqual(whole);
    }

    /// <summary>True when a record holds in a field what was sent.</summary>
    public bool IsAsSent(Field<T> field, T record, SideContext<T> side, ReadOnlyMemory<byte> sent)
    {
        if (IsAsSent(record, side, sent))
            return true;
        var length = ContentFingerprint(record, side).Length;
        return sent.Length > length && FieldBases.Read(sent[length..], _policy.Shape.Version).TryGet(field.Name, out var hash, out _) && hash == _hasher.Hash(field, side.Profile.Normalise(record));
    }

    /// <summary>Notes that both sides agree on a field as each of them holds it.</summary>
    public void Agree(Field<T> field, Compared<T> compared, Loaded<T> now)
    {
        Agree(compared.FirstBases, field, now.FirstMarked!, now.FirstMarked!);
        Agree(compared.SecondBases, field, now.SecondMarked!, now.SecondInFirst!);
    }

    /// <summary>
    /// Notes that the second side's edit has arrived at the first and not the other way round. Quantities then stand as if only the second side had edited: what the
    /// first side holds beyond that is its own edit, which is still to be carried over.
    /// </summary>
    public void AgreeSecond(Field<T> field, Compared<T> compared, Loaded<T> now, T? sent = null)
    {
        if (field.Merge == MergeStyle.Union
            && compared.FirstBases.TryGet(field.Name, out var firstHash, out var firstBase) && firstBase is not null
            && compared.SecondBases.TryGet(field.Name, out _, out var secondBase) && secondBase is not null
            && field.Rebase(now.FirstMarked!, firstBase, sent ?? now.FirstMarked!, compared.Loaded.SecondInFirst!, secondBase, _hasher) is { } rebased)
        {
            var isAll = string.Equals(rebased, field.MergeBase(now.FirstMarked!, _hasher), StringComparison.Ordinal);
            compared.FirstBases.Set(field.Name, isAll ? _hasher.Hash(field, now.FirstMarked!) : firstHash, rebased);
        }

        Agree(compared.SecondBases, field, now.SecondMarked!, now.SecondInFirst!);
        if (field.Merge == MergeStyle.Difference)
            Agree(compared.FirstBases, field, now.SecondInFirst!, now.SecondInFirst!);
    }

    /// <summary>
    /// Notes what a write that is known to have arrived has made of the two, although they moved since: both have the parts that were sent. What either holds beyond
    /// them is its own edit, which is still to be carried over.
    /// </summary>
    public void AgreeSent(Field<T> field, Compared<T> compared, Loaded<T> now, Side target, T old, T sent)
    {
        AgreeSent(compared.FirstBases, field, target == Side.First ? now.FirstMarked! : sent, now.FirstMarked!, now.FirstMarked!, old, sent);
        AgreeSent(compared.SecondBases, field, target == Side.Second ? now.SecondInFirst! : sent, now.SecondMarked!, now.SecondInFirst!, old, sent);
    }

    private void AgreeSent(FieldBases bases, Field<T> field, T had, T now, T nowInFirst, T old, T sent)
    {
        if (!bases.TryGet(field.Name, out _, out var known) || known is null)
            return;
        var agreed = field.Rebase(had, known, sent, sent, field.MergeBase(old, _hasher)!, _hasher) ?? field.MergeBase(sent, _hasher);
        var hash = _hasher.Hash(field, now);
        bases.Set(field.Name, string.Equals(agreed, field.MergeBase(nowInFirst, _hasher), StringComparison.Ordinal) ? hash : ~hash, agreed);
    }

    /// <summary>The fingerprint of a side's record as it is now; the compared one when nothing was written there.</summary>
    public byte[] Fingerprint(Side side, Compared<T> compared, T now) =>
        ReferenceEquals(compared.Loaded.At(side)?.Value, now) ? compared.Fingerprint(side) : Fingerprint(side, now);

    // What is remembered for merging follows from the value alone, unless the value holds pointers, whose links may have changed.
    private void Agree(FieldBases bases, Field<T> field, T value, T valueInFirst)
    {
        var hash = _hasher.Hash(field, value);
        if (field.PointsTo is not null || !bases.TryGet(field.Name, out var known, out _) || known != hash)
            bases.Set(field.Name, hash, field.MergeBase(valueInFirst, _hasher));
    }

    /// <summary>What the two agreed on: by their link, or by what is remembered of an earlier one. A record that came with a new owner has agreed on nothing.</summary>
    private (FieldBases First, FieldBases Second) Bases(Loaded<T> loaded)
    {
        if (loaded.Item is { RejoinedAt: not null, NewbornAt: not null })
            return (new FieldBases(), new FieldBases());
        return (FieldBases.Read(loaded.Link?.First.Base ?? loaded.Item.Tombstone?.FirstBase ?? default, _policy.Shape.Version),
            FieldBases.Read(loaded.Link?.Second.Base ?? loaded.Item.Tombstone?.SecondBase ?? default, _policy.Shape.Version));
    }

    /// <summary>Forgets the value that differences are counted from, so that edits of both sides become a conflict until they agree again.</summary>
    public void Doubt(Field<T> field, Compared<T> compared)
    {
        foreach (var bases in new[] { compared.FirstBases, compared.SecondBases })
        {
            if (bases.TryGet(field.Name, out var hash, out _))
                bases.Set(field.Name, ~hash, null); // both count as changed
        }
    }

    /// <summary>Pointers to kinds that the pair does not keep in step cannot be compared.</summary>
    private static bool PointsOutside(PassContext context, Field<T> field) =>
        field.PointsTo is { } kind && !context.SyncedKinds.Contains(kind);
}
