using System.Runtime.CompilerServices;

namespace ErpSync;

/// <summary>The policies of one kind in a pair. Without any call the kind goes both ways, conflicts ask, and missing records are created on either side.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public sealed partial class KindBuilder<T>
    where T : class, IEntity
{
    private readonly List<NaturalKey<T>> _keys = [];

    internal KindBuilder(Shape<T> shape) => Shape = shape;

    internal Shape<T> Shape { get; }

    internal string? Source { get; private set; }

    internal IReadOnlyList<NaturalKey<T>> Keys => _keys.Count > 0 ? _keys : Shape.NaturalKeys;

    internal Func<T, bool>? Filter { get; private set; }

    internal List<(string Connection, KeepRecords<T> Keep)> SideFilters { get; } = [];

    internal List<(string Connection, Func<Remote<T>, Ref?> Pointer)> LinkedOnly { get; } = [];

    internal List<(string Connection, Func<T, bool> IsFinal)> Finals { get; } = [];

    internal Dictionary<string, (RemoteId? After, RemoteId? Last)> Ranges { get; } = new(StringComparer.Ordinal);

    internal bool IsOptional { get; private set; }

    internal bool BringsAlong { get; private set; }

    internal HashSet<string> Mailing { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> Owners { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> ByDifference { get; } = new(StringComparer.Ordinal);

    internal Conflict Conflicts { get; private set; } = Conflict.Ask;

    internal Dictionary<string, Conflict> FieldConflicts { get; } = new(StringComparer.Ordinal);

    internal Conflict FirstRun { get; private set; } = Conflict.Ask;

    internal Drift Drifts { get; private set; } = Drift.Show;

    internal List<string>? Creating { get; private set; }

    internal decimal? LinkedFrom { get; private set; }

    internal Deletion? Deletes { get; private set; }

    internal Dictionary<string, Deletion> SideDeletes { get; } = new(StringComparer.Ordinal);

    internal BrakePolicy BrakePolicy { get; private set; } = BrakePolicy.Default;

    /// <summary>Makes the kind one-way: records and fields flow from this connection only.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> From(string connection)
    {
        Source = connection;
        return this;
    }

    /// <summary>Matches records that are not linked by a key of their content. Called again, it adds a key that is tried after the ones before. Replaces the shape's own keys.</summary>
    /// <param name="key">The key of a record; null when it has none, and then it is never matched by this key.</param>
    /// <param name="expression">Filled in by the compiler; names the key in messages.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> MatchBy(Func<T, string?> key, [CallerArgumentExpression(nameof(key))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        _keys.Add(new NaturalKey<T>(FieldName.From(expression).ToLowerInvariant(), key));
        return this;
    }

    /// <summary>
    /// Leaves out records: those that do not pass are neither matched nor created. As long as the process lives, a record that was left out and has not changed is asked about
    /// again in rotation only, so a rule that looks at more than the record takes effect within 256 runs, or at once with <see cref="SyncRequest.Full"/>.
    /// </summary>
    /// <param name="wanted">True for the records that take part.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> Where(Func<T, bool> wanted)
    {
        Filter = wanted;
        return this;
    }

    /// <summary>Leaves out a field: it is neither compared nor written.</summary>
    /// <param name="field">The field, for example <c>x =&gt; x.Summary</c>.</param>
    /// <param name="expression">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> Ignore(Func<T, object?> field, [CallerArgumentExpression(nameof(field))] string expression = "")
    {
        Ignored.Add(FieldName.From(expression));
        return this;
    }

    /// <summary>Gives a field to one connection: it flows from there only.</summary>
    /// <param name="field">The field, for example <c>x =&gt; x.Description</c>.</param>
    /// <param name="connection">The connection's name.</param>
    /// <param name="expression">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> Owner(Func<T, object?> field, string connection, [CallerArgumentExpression(nameof(field))] string expression = "")
    {
        Owners[FieldName.From(expression)] = connection;
        return this;
    }

    /// <summary>Merges two edits of a quantity by difference (base plus both deltas) instead of making them a conflict.</summary>
    /// <param name="field">The field, for example <c>x =&gt; x.Quantity</c>.</param>
    /// <param name="expression">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> MergeByDifference(Func<T, object?> field, [CallerArgumentExpression(nameof(field))] string expression = "")
    {
        ByDifference.Add(FieldName.From(expression));
        return this;
    }

    /// <summary>Says what happens when both sides edited a field to different values.</summary>
    /// <param name="policy">The policy; <see cref="Conflict.Ask"/> unless told.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> OnConflict(Conflict policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Conflicts = policy;
        return this;
    }

    /// <summary>Says it for one field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="expression">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> OnConflict(Func<T, object?> field, Conflict policy, [CallerArgumentExpression(nameof(field))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(policy);
        FieldConflicts[FieldName.From(expression)] = policy;
        return this;
    }

    /// <summary>Says which side is right where two records that are linked for the first time differ.</summary>
    /// <param name="policy">The policy; <see cref="Conflict.Ask"/> unless told.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> OnFirstRun(Conflict policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        FirstRun = policy;
        return this;
    }

    /// <summary>Says what happens to edits at the side that a field does not belong to.</summary>
    /// <param name="policy">The policy; <see cref="Drift.Show"/> unless told.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> OnDrift(Drift policy)
    {
        Drifts = policy;
        return this;
    }

    /// <summary>
    /// Links proposals by itself that are sure enough and have no rival. Without it only records with the same key are linked, and the others are proposed
    /// (<see cref="ISyncLinks.ProposeAsync"/>).
    /// </summary>
    /// <param name="score">The least score, above 0 and at most 1; see <see cref="MatchProposal.Score"/>.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> LinkFrom(decimal score)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(score, 0m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, 1m);
        LinkedFrom = score;
        return this;
    }

    /// <summary>Says where missing records may be created; no name means nowhere.</summary>
    /// <param name="connections">The connections' names.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> CreateIn(params ReadOnlySpan<string> connections)
    {
        Creating = [.. connections];
        return this;
    }

    /// <summary>Says what follows when a linked record was deleted at either side. For a one-way kind it says so of its source; deletions at the target ask.</summary>
    /// <param name="policy">The policy; <see cref="Deletion.Ask"/> unless told.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> OnDelete(Deletion policy)
    {
        Deletes = policy;
        return this;
    }

    /// <summary>Says it for one direction.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="deletedAt">The name of the connection at which the record was deleted; the policy acts on the other side.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> OnDelete(Deletion policy, string deletedAt)
    {
        ArgumentException.ThrowIfNullOrEmpty(deletedAt);
        SideDeletes[deletedAt] = policy;
        return this;
    }

    /// <summary>Sets the brake: how many records may be deleted, emptied or overwritten without a person being asked.</summary>
    /// <param name="configure">Sets it.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> Brake(Action<BrakeBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new BrakeBuilder();
        configure(builder);
        BrakePolicy = builder.Build();
        return this;
    }
}
