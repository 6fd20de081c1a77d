namespace ErpSync.Testing;

/// <summary>How one kind of an <see cref="InMemorySystem"/> behaves. All but <see cref="Capabilities"/> and <see cref="Generated"/> may be changed while the system is in use.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public sealed class InMemoryKindSettings<T>
    where T : class, IEntity
{
    /// <summary>The capabilities that are registered; those of <see cref="InMemoryCapabilities.Default"/> unless told. Read once, when the kind is added.</summary>
    public InMemoryCapabilities Capabilities { get; set; } = InMemoryCapabilities.Default;

    /// <summary>What the system makes of what it is sent, users' entries included: see <see cref="Normalising"/>. Identity unless told.</summary>
    public Func<T, T> Normalise { get; set; } = static value => value;

    /// <summary>Whether <see cref="KindProfile{T}.Normalise"/> tells of <see cref="Normalise"/>; true unless told. False makes a connector that hides what its system does.</summary>
    public bool DeclaresNormalise { get; set; } = true;

    /// <summary>Whether records have a modification date; true unless told.</summary>
    public bool HasDates { get; set; } = true;

    /// <summary>How coarse modification dates and cursors are; one second unless told. Dates are cut, not rounded.</summary>
    public TimeSpan DatePrecision { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The names of fields whose change does not bump the modification date; none unless told.</summary>
    public IReadOnlySet<string> SilentFields { get; set; } = new HashSet<string>();

    /// <summary>The names of the fields that a listing's stamp covers; null for all, an empty set for listings of ids only. All unless told.</summary>
    public IReadOnlySet<string>? StampedFields { get; set; }

    /// <summary>Whether records that are read or written carry their listing's stamp (<see cref="Remote{T}.Stamp"/>); true unless told.</summary>
    public bool CarriesStamps { get; set; } = true;

    /// <summary>What is declared of dates; null derives it: none without dates, partial with silent fields, else full.</summary>
    public DateTrust? DateTrust { get; set; }

    /// <summary>The names of the fields that are read; null for all. Others come as an empty record has them.</summary>
    public IReadOnlySet<string>? ReadFields { get; set; }

    /// <summary>The names of the fields that an update may name; null for all that are read. An update that names another one is refused.</summary>
    public IReadOnlySet<string>? WrittenFields { get; set; }

    /// <summary>The natural key that a record must have to be created; null for none.</summary>
    public string? RequiredKey { get; set; }

    /// <summary>The natural key that no two records may share: a create or update that would is refused as <see cref="ProblemKind.Duplicate"/>; null for none.</summary>
    public string? UniqueKey { get; set; }

    /// <summary>Whether an update or delete of a record that changed since it was read is refused as <see cref="ProblemKind.Stale"/>; false unless told.</summary>
    public bool ConditionalWrites { get; set; }

    /// <summary>Whether writes give the stored record back; true unless told. False: only the id, as Dolibarr does.</summary>
    public bool ReturnsStored { get; set; } = true;

    /// <summary>How many records a page of a read holds; 100 unless told.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>How many lines a page of a listing holds; 1000 unless told.</summary>
    public int ListPageSize { get; set; } = 1000;

    /// <summary>See <see cref="KindProfile{T}.FindBatch"/>; 100 unless told. A find of more is refused.</summary>
    public int FindBatch { get; set; } = 100;

    /// <summary>See <see cref="KindProfile{T}.WriteBatch"/>; 100 unless told. A write of more is refused. Every record is a request of its own.</summary>
    public int WriteBatch { get; set; } = 100;

    /// <summary>See <see cref="KindProfile{T}.Writers"/>; 1 unless told. More writes at the same time are counted in <see cref="InMemoryKind{T}.MostWriters"/>.</summary>
    public int Writers { get; set; } = 1;

    /// <summary>See <see cref="KindProfile{T}.SharesWriter"/>; false unless told. Writes of several kinds at the same time are counted in <see cref="InMemorySystem.MostWriters"/>.</summary>
    public bool SharesWriter { get; set; }

    /// <summary>See <see cref="KindProfile{T}.WriteTimeout"/>; 100 seconds unless told.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The natural key that <see cref="IKeyFinder{T}"/> finds by; the shape's first unless told.</summary>
    public string? FinderKey { get; set; }

    /// <summary>Adds on reading what a system computes and nobody writes; the path of a category and the variants flag of a product unless told. Null for nothing.</summary>
    public Func<RemoteId, T, T>? Computed { get; set; }

    /// <summary>Records that are made when they are looked at; null for none. Read once, when the kind is added.</summary>
    public GeneratedKind<T>? Generated { get; set; }

    /// <summary>Takes capabilities away.</summary>
    /// <param name="capabilities">Those to take away.</param>
    /// <returns>These settings.</returns>
    public InMemoryKindSettings<T> Without(InMemoryCapabilities capabilities)
    {
        Capabilities &= ~capabilities;
        return this;
    }

    /// <summary>Adds capabilities.</summary>
    /// <param name="capabilities">Those to add.</param>
    /// <returns>These settings.</returns>
    public InMemoryKindSettings<T> WithAlso(InMemoryCapabilities capabilities)
    {
        Capabilities |= capabilities;
        return this;
    }

    internal KindProfile<T> Profile() => new()
    {
        ReadFields = ReadFields,
        WrittenFields = WrittenFields,
        Normalise = DeclaresNormalise ? Normalise : static value => value,
        DateTrust = DateTrust ?? (!HasDates ? ErpSync.DateTrust.None : SilentFields.Count > 0 ? ErpSync.DateTrust.Partial : ErpSync.DateTrust.Full),
        FindBatch = FindBatch,
        WriteBatch = WriteBatch,
        Writers = Writers,
        SharesWriter = SharesWriter,
        WriteTimeout = WriteTimeout,
        RequiredKey = RequiredKey,
        UniqueKey = UniqueKey,
    };
}
