using ErpSync.Comparing;
using ErpSync.Reading;

namespace ErpSync.Deciding;

/// <summary>Decides what becomes of each work item. Pure: what it needs is in its arguments.</summary>
internal sealed class Decider<T>(KindPolicy<T> policy, SideContext<T> first, SideContext<T> second, RecordComparer<T> comparer, KeyMaker<T> keys, IElementHasher hasher, Moment moment)
    where T : class, IEntity
{
    private readonly DeletionDecider<T> _deletions = new(policy, first, second, comparer, keys);

    /// <summary>The sides at which a restored backup was confirmed; set once before the pass decides.</summary>
    public RestoredMarks Restored { get; set; } = RestoredMarks.None;

    /// <summary>True when records that meet for the first time keep what each side holds.</summary>
    public bool LeavesKnown { get; init; }

    public Decision<T> Decide(Loaded<T> loaded, PersonsWord? word = null)
    {
        var decision = new Decision<T>(loaded);
        if (loaded.Item.Held is { } held)
            return decision with { Held = held };
        if (loaded.Item.IsLinked && loaded.Link is null)
            return decision with { Held = new SyncProblem(ProblemKind.Held, "link.removed-meanwhile", "Its link was removed while the run was under way; the next run looks at both again.") { EntityKind = T.Kind, Id = loaded.Item.First ?? loaded.Item.Second } };
        if (loaded is { First: not null, Second: not null })
            return DecideFields(decision with { Compared = comparer.Compare(loaded) }, word);
        if (loaded.Item.IsLinked)
            return _deletions.Decide(decision, word is { IsOnAll: true } ? null : word, Restored);

        return loaded.First is null && loaded.Second is null ? decision with { BothGone = true } : DecideCreate(decision);
    }

    /// <summary>The rule behind each field of a decision on two records.</summary>
    public IReadOnlyList<(Field<T> Field, FieldRule Rule, FieldDecision Decision)> RulesOf(Decision<T> decision)
    {
        T? merged = null;
        return [.. comparer.Fields.Select((field, i) => (field, FieldDecider.RuleOf(decision.Compared!.States[i], Rules(field, decision, decision.Compared, null, ref merged)), decision.Fields[i]))];
    }

    private Decision<T> DecideFields(Decision<T> decision, PersonsWord? word)
    {
        var compared = decision.Compared!;
        var loaded = decision.Loaded;
        var fields = new FieldDecision[comparer.Fields.Count];
        var wantedFirst = loaded.FirstMarked!;
        var wantedSecond = loaded.SecondInFirst!;
        List<Field<T>> firstWrites = [], secondWrites = [];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = comparer.Fields[i];
            if (compared.States[i].Equal && !policy.ByDifference.Contains(field.Name))
            {
                fields[i] = new(Verdict.Agree); // whatever the rules: they are not looked up
                continue;
            }

            T? merged = null;
            var rules = Rules(field, decision, compared, word, ref merged) with
            {
                CameBack = CameBack(field, compared.States[i], loaded.Link),
                RestoredKeeps = Restored.Keep,
            };
            fields[i] = FieldDecider.Decide(compared.States[i], rules);
            if (word is null && Flips(field, fields[i].Verdict, compared))
                fields[i] = new(Verdict.Open, OpenReason.Flipping);
            else if (rules is { CanWriteFirst: true, CanWriteSecond: true } && FieldDecider.RuleOf(compared.States[i], rules) == FieldRule.Conflict
                && Parts.Merged(field, compared, Side.First, hasher, rules.ConflictKeeps) is { } first1 && Parts.Merged(field, compared, Side.Second, hasher, rules.ConflictKeeps) is { } second1)
            {
                // The policy speaks for the parts that both sides edited; what only one edited is not in conflict.
                var (toFirst, toSecond) = (Change(field, ref wantedFirst, first1), Change(field, ref wantedSecond, second1));
                fields[i] = new(toFirst && toSecond ? Verdict.Merge : toFirst ? Verdict.ToFirst : Verdict.ToSecond);
                if (toFirst)
                    firstWrites.Add(field);
                if (toSecond)
                    secondWrites.Add(field);
                continue;
            }

            var source = fields[i].Verdict switch
            {
                Verdict.ToFirst => (First: Parts.Changed(field, compared, compared.States[i], Side.First, hasher) ?? loaded.SecondInFirst, Second: null),
                Verdict.ToSecond => (First: null, Second: Parts.Changed(field, compared, compared.States[i], Side.Second, hasher) ?? loaded.FirstMarked),
                Verdict.Merge => (First: merged, Second: Parts.Merged(field, compared, Side.Second, hasher) ?? merged),
                _ => (First: (T?)null, Second: (T?)null),
            };
            if (source.First is not null && Change(field, ref wantedFirst, source.First))
                firstWrites.Add(field);
            if (source.Second is not null && Change(field, ref wantedSecond, source.Second))
                secondWrites.Add(field);
        }

        return decision with
        {
            Fields = fields,
            WantedFirst = firstWrites.Count > 0 ? wantedFirst : null,
            WantedSecondInFirst = secondWrites.Count > 0 ? wantedSecond : null,
            FirstWrites = firstWrites,
            SecondWrites = secondWrites,
        };
    }

    /// <summary>A field that was stopped stays so until a person decides or the two agree.</summary>
    private bool Flips(Field<T> field, Verdict verdict, Compared<T> compared) => verdict switch
    {
        Verdict.Agree or Verdict.Unchanged => false,
        _ when compared.Loaded.Link?.Open.Any(open => open.Reason == OpenReason.Flipping && string.Equals(open.Field, field.Name, StringComparison.Ordinal)) == true => true,
        Verdict.ToFirst => compared.FirstBases.Flips.IsFlipping(field.Name, Side.First, comparer.ValueOf(field, compared, toFirst: true), moment.Now, moment.Run),
        Verdict.ToSecond => compared.FirstBases.Flips.IsFlipping(field.Name, Side.Second, comparer.ValueOf(field, compared, toFirst: false), moment.Now, moment.Run),
        _ => false,
    };

    /// <summary>A value that changed where a backup was restored is not an edit; it stays open until somebody says which version stays.</summary>
    private bool CameBack(Field<T> field, FieldState state, Link? link) =>
        (state.HasBase && ((Restored.First && state.ChangedFirst) || (Restored.Second && state.ChangedSecond)))
        || (link is not null && link.Open.Any(open => open.Reason == OpenReason.Restored && open.Field == field.Name));

    private static bool Change(Field<T> field, ref T wanted, T source)
    {
        var changed = field.Copy(wanted, source);
        if (field.AreEqual(changed, wanted))
            return false;
        wanted = changed;
        return true;
    }

    private FieldRules Rules(Field<T> field, Decision<T> decision, Compared<T> compared, PersonsWord? word, ref T? merged)
    {
        var loaded = decision.Loaded;
        var newborn = loaded.Item.IsMatch || loaded.Item.RejoinedAt is not null ? loaded.Item.NewbornAt : null;
        var fills = newborn is { } made && IsAsSent(field, loaded, made);
        var owner = fills ? null : policy.OwnerOf(field.Name);
        var conflict = policy.OnFieldConflict.GetValueOrDefault(field.Name) ?? policy.OnConflict;
        return new FieldRules
        {
            Owner = owner,
            CanWriteFirst = first.Writes(field.Name) && (word is not null || owner != Side.First),
            CanWriteSecond = second.Writes(field.Name) && (word is not null || owner != Side.Second),
            ConflictKeeps = Keeps(conflict, field, loaded),
            FirstRunKeeps = fills ? Other(newborn!.Value) : Keeps(policy.OnFirstRun, field, loaded),
            LeavesKnown = LeavesKnown && word is null && newborn is null && loaded.Link is null,
            RestoresDrift = policy.OnDrift == Drift.Restore,
            ShowsEdits = policy.OnEdit == Edits.Show,
            CanMerge = TryMerge(field, compared, ref merged),
            AddsUp = field.Merge == MergeStyle.Difference && policy.ByDifference.Contains(field.Name),
            IsUndone = loaded.Link is { Open.Count: > 0 } link && link.Open.Any(open => open.Reason == OpenReason.Undone && open.Field == field.Name),
            PersonKeeps = word is { } said && said.Covers(field.Name, loaded.Link) ? said.Keep : null,
        };
    }

    /// <summary>A record found after a lost create is the source's to fill where it is as it was sent or still blank; anything else may be somebody's edit.</summary>
    private bool IsAsSent(Field<T> field, Loaded<T> loaded, Side created)
    {
        if (loaded.Item.Expected.IsEmpty)
            return true;
        var record = loaded.At(created)!.Value;
        return comparer.IsAsSent(field, record, created == Side.First ? first : second, loaded.Item.Expected) || field.AreEqual(record, policy.Shape.Empty());
    }

    private bool TryMerge(Field<T> field, Compared<T> compared, ref T? merged)
    {
        var allowed = field.Merge == MergeStyle.Union || (field.Merge == MergeStyle.Difference && policy.ByDifference.Contains(field.Name));
        return allowed
            && compared.FirstBases.TryGet(field.Name, out _, out var firstBase) && firstBase is not null
            && compared.SecondBases.TryGet(field.Name, out _, out var secondBase) && secondBase is not null
            && field.TryMerge(compared.Loaded.FirstMarked!, firstBase, compared.Loaded.SecondInFirst!, secondBase, hasher, out merged);
    }

    private Side? Keeps(Conflict policy, Field<T> field, Loaded<T> loaded) => policy.Rule switch
    {
        ConflictRule.Keep => SideOf(policy.Connection),
        ConflictRule.KeepNewest => (loaded.First!.ModifiedAt, loaded.Second!.ModifiedAt) switch
        {
            ({ } one, { } other) when one > other => Side.First,
            ({ } one, { } other) when other > one => Side.Second,
            _ => null,
        },
        ConflictRule.Delegate => SideOf(policy.Decide!(new ConflictCase(
            T.Kind,
            field.Name,
            new Dictionary<string, string>(StringComparer.Ordinal) { [first.Name] = field.Display(loaded.First!.Value), [second.Name] = field.Display(loaded.SecondInFirst!) },
            new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal) { [first.Name] = loaded.First.ModifiedAt, [second.Name] = loaded.Second!.ModifiedAt }))),
        _ => null,
    };

    private Decision<T> DecideCreate(Decision<T> decision)
    {
        var target = decision.Loaded.First is null ? Side.First : Side.Second;
        var (here, there) = target == Side.First ? (second, first) : (first, second);
        var source = decision.Loaded.At(here.Side)!;
        if (!policy.CreateAt.Contains(target))
            return Hold(decision, here, source, ProblemKind.Rejected, "create.not-wanted", $"It is only in {here.Name:here}, and the pair does not create {T.Kind.Name:kind} records in {there.Name:there}.");
        if (there.Creator is null)
            return Hold(decision, here, source, ProblemKind.Unsupported, "create.unsupported", $"{there.Connector.System:system} cannot be sent new {T.Kind.Name:kind} records.");
        if (DocumentMoney.Find(source, here, there.Name) is { } unsound)
            return decision with { Held = unsound };
        if (there.Profile.RequiredKey is { } required && keys.Key(required, source.Value) is null)
        {
            return Hold(decision, here, source, ProblemKind.Rejected, "create.key-missing",
                $"It has no {required:key}, without which {there.Name:there} cannot hold it.", $"Give it a {required:key} in {here.Name:here}.");
        }

        return decision with { CreateAt = target };
    }

    private static Decision<T> Hold(Decision<T> decision, SideContext<T> here, Remote<T> source, ProblemKind kind, string code, MessageText message, MessageText remedy = default) => decision with
    {
        Held = Remedied(new SyncProblem(kind, code, message) { Connection = here.Name, EntityKind = T.Kind, Id = source.Id }, remedy),
    };

    private static SyncProblem Remedied(SyncProblem problem, MessageText remedy) => remedy.ToString().Length > 0 ? problem.WithRemedy(remedy) : problem;

    private Side? SideOf(string? connection) =>
        string.Equals(connection, first.Name, StringComparison.Ordinal) ? Side.First
        : string.Equals(connection, second.Name, StringComparison.Ordinal) ? Side.Second
        : null;

    private static Side Other(Side side) => side == Side.First ? Side.Second : Side.First;
}
