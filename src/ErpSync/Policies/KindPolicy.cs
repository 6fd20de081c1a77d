namespace ErpSync;

/// <summary>The policies of one kind in one pair, with sides instead of names; what <see cref="KindBuilder{T}"/> built.</summary>
internal sealed record KindPolicy<T>
    where T : class, IEntity
{
    public required Shape<T> Shape { get; init; }

    /// <summary>The only side that may be read from, for one-way kinds; null for both ways.</summary>
    public Side? Source { get; init; }

    public required IReadOnlyList<NaturalKey<T>> Keys { get; init; }

    public Func<T, bool>? Where { get; init; }

    /// <summary>The filters of one side each.</summary>
    public IReadOnlyList<(Side Side, KeepRecords<T> Keep)> SideFilters { get; init; } = [];

    /// <summary>What records of a side must point to that is linked.</summary>
    public IReadOnlyList<(Side Side, Func<Remote<T>, Ref?> Pointer)> LinkedOnly { get; init; } = [];

    /// <summary>What leaves records of a side out for good.</summary>
    public IReadOnlyList<(Side Side, Func<T, bool> IsFinal)> Finals { get; init; } = [];

    /// <summary>The last id that is left out and the last that takes part, by side.</summary>
    public IReadOnlyDictionary<Side, (RemoteId? After, RemoteId? Last)> Ranges { get; init; } = new Dictionary<Side, (RemoteId? After, RemoteId? Last)>();

    /// <summary>The sides that may mail customers about updates.</summary>
    public IReadOnlySet<Side> Mailing { get; init; } = new HashSet<Side>();

    public required IReadOnlySet<string> Ignored { get; init; }

    public required IReadOnlyDictionary<string, Side> Owners { get; init; }

    public required IReadOnlySet<string> ByDifference { get; init; }

    public required Conflict OnConflict { get; init; }

    public required IReadOnlyDictionary<string, Conflict> OnFieldConflict { get; init; }

    public required Conflict OnFirstRun { get; init; }

    public required Drift OnDrift { get; init; }

    public Edits OnEdit { get; init; }

    public required IReadOnlySet<Side> CreateAt { get; init; }

    /// <summary>From which score proposals are linked without a person; null for none.</summary>
    public decimal? LinkFrom { get; init; }

    /// <summary>What follows a deletion, by the side at which the record was deleted; a side that is missing asks.</summary>
    public IReadOnlyDictionary<Side, Deletion> OnDelete { get; init; } = new Dictionary<Side, Deletion>();

    public BrakePolicy Brake { get; init; } = BrakePolicy.Default;

    /// <summary>The flag that deactivating sets; null when the shape has none.</summary>
    public TypedField<T, bool?>? ActiveField => Shape.Fields.OfType<TypedField<T, bool?>>().FirstOrDefault(one => one.Role == FieldRole.Active);

    /// <summary>Changes whenever a policy that decides open fields changes, so that they are decided again.</summary>
    public required string Signature { get; init; }

    public Side? OwnerOf(string field) => Owners.TryGetValue(field, out var owner) ? owner : Source;
}
