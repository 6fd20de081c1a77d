namespace ErpSync.Reading;

/// <summary>One side of a kind: the connection and what it can do with the kind.</summary>
internal sealed class SideContext<T>
    where T : class, IEntity
{
    public SideContext(PassContext context, Side side)
    {
        Side = side;
        Connector = context[side];
        Profile = Connector.Find<IKind<T>>()?.Profile ?? new KindProfile<T>();
        Reader = Connector.Find<IReader<T>>();
        Changes = Connector.Find<IChangeReader<T>>();
        Lister = Connector.Find<ILister<T>>();
        Finder = Connector.Find<IFinder<T>>();
        KeyFinder = Connector.Find<IKeyFinder<T>>();
        TokenFinder = Connector.Find<ITokenFinder<T>>();
        NewestId = Connector.Find<INewestId<T>>();
        Creator = Connector.Find<ICreator<T>>();
        Updater = Connector.Find<IUpdater<T>>();
        Deleter = Connector.Find<IDeleter<T>>();
        OwnedFinder = Connector.Find<IOwnedFinder<T>>();
        Sweeper = Connector.Find<ISweeper<T>>();
    }

    public Side Side { get; }

    /// <summary>Why nothing more may be written at this side in this pass; null while it may.</summary>
    public SyncProblem? Stopped { get; set; }

    /// <summary>True when the system may mail customers about updates.</summary>
    public bool MayMail { get; init; }

    public Side Other => Side == Side.First ? Side.Second : Side.First;

    public Connector Connector { get; }

    public string Name => Connector.Name;

    public KindProfile<T> Profile { get; }

    public IReader<T>? Reader { get; }

    public IChangeReader<T>? Changes { get; }

    public ILister<T>? Lister { get; }

    public IFinder<T>? Finder { get; }

    public IKeyFinder<T>? KeyFinder { get; }

    public ITokenFinder<T>? TokenFinder { get; }

    public INewestId<T>? NewestId { get; }

    public ICreator<T>? Creator { get; }

    public IUpdater<T>? Updater { get; }

    public IDeleter<T>? Deleter { get; }

    public ISweeper<T>? Sweeper { get; }

    public IOwnedFinder<T>? OwnedFinder { get; }

    /// <summary>True when the system has no cheap way to tell what it holds or what changed; only a sweep does.</summary>
    public bool OnlySweeps => Lister is null && Changes is null && Sweeper is not null;

    public bool Reads(string field) => Profile.ReadFields?.Contains(field) ?? true;

    public bool Writes(string field) => Updater is not null && (Profile.WrittenFields?.Contains(field) ?? Reads(field));

    /// <summary>A create carries every field that the side knows, also those that it cannot change later.</summary>
    public bool Creates(string field) => Creator is not null && Reads(field);

    /// <summary>True for a field that a create takes and that is not read back.</summary>
    public bool OnlyCreates(string field) => Creator is not null && Profile.CreatedFields?.Contains(field) == true;
}
