namespace ErpSync;

/// <summary>What a connector declares about one kind. Everything has a careful default.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public sealed record KindProfile<T>
    where T : class, IEntity
{
    /// <summary>The names of the fields that are read; null means all of the shape. Fields that are not read are not compared.</summary>
    public IReadOnlySet<string>? ReadFields { get; init; }

    /// <summary>The names of the fields that can be written on update; null means all that are read.</summary>
    public IReadOnlySet<string>? WrittenFields { get; init; }

    /// <summary>The names of fields that a create takes although they are not read back, for example the bank account of a payment; null for none.</summary>
    public IReadOnlySet<string>? CreatedFields { get; init; }

    /// <summary>
    /// What the system would hold if it were sent this record: trimmed, shortened, rounded, without languages that it lacks. Must not throw. Two records are equal
    /// when one equals the other as the other's system would hold it. Identity unless told.
    /// </summary>
    public Func<T, T> Normalise { get; init; } = static value => value;

    /// <summary>How far modification dates tell changes; <see cref="DateTrust.None"/> unless told.</summary>
    public DateTrust DateTrust { get; init; } = DateTrust.None;

    /// <summary>How many records <see cref="IFinder{T}.FindAsync"/> takes at once; 100 unless told.</summary>
    public int FindBatch { get; init; } = 100;

    /// <summary>How many records a create or update takes at once; 100 unless told.</summary>
    public int WriteBatch { get; init; } = 100;

    /// <summary>How many writes of the kind the system bears at the same time, whichever pairs and processes they come from; 1 unless told.</summary>
    public int Writers { get; init; } = 1;

    /// <summary>
    /// Whether a write of this kind must not meet a write of any other kind of the connection that says so either, because the system loses numbers or quantities whichever records are written;
    /// false unless told. All these kinds then share one writer, whichever pairs and processes the writes come from, and <see cref="Writers"/> must be 1.
    /// </summary>
    public bool SharesWriter { get; init; }

    /// <summary>After which time one write request is given up; 100 seconds unless told. Leases must outlive it.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The name of the natural key that a record must have to be created here, for example <c>reference</c>; null when none is needed.</summary>
    public string? RequiredKey { get; init; }

    /// <summary>The name of the natural key that no two records share here; null when the system does not care.</summary>
    public string? UniqueKey { get; init; }
}
