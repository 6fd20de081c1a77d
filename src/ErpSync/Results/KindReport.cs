namespace ErpSync;

/// <summary>What a run did with one kind. Counts are of records, not of requests.</summary>
/// <param name="Kind">The kind.</param>
public sealed record KindReport(EntityKind Kind)
{
    /// <summary>Records that were looked at because they were new, changed or open.</summary>
    public long Examined { get; init; }

    /// <summary>Records created at either side.</summary>
    public long Created { get; init; }

    /// <summary>Records changed; one that was changed at both sides counts twice.</summary>
    public long Updated { get; init; }

    /// <summary>Records deleted at either side.</summary>
    public long Deleted { get; init; }

    /// <summary>Pairs of records that were linked, without those that were created.</summary>
    public long Linked { get; init; }

    /// <summary>Linked records that have open fields after the run.</summary>
    public long Open { get; init; }

    /// <summary>Records that stay unlinked.</summary>
    public long Red { get; init; }

    /// <summary>Writes that failed and records that could not be read.</summary>
    public long Failed { get; init; }

    /// <summary>Why the whole kind was given up; null when it was not.</summary>
    public SyncProblem? Problem { get; init; }

    /// <summary>The mass changes that tripped the brake (<see cref="Problem"/> with the code <c>brake.tripped</c>); empty when it did not.</summary>
    public IReadOnlyList<MassChangeCount> MassChanges { get; init; } = [];

    /// <summary>Records written at either side.</summary>
    public long Written => Created + Updated + Deleted;
}
