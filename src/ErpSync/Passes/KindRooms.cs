using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Matching;
using ErpSync.Reading;
using ErpSync.Recording;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>The rooms of one kind, furnished.</summary>
internal sealed class KindRooms<T> : IDisposable
    where T : class, IEntity
{
    private readonly PassContext _context;
    private readonly KindPolicy<T> _policy;

    public KindRooms(PassContext context, KindPolicy<T> policy)
    {
        _context = context;
        _policy = policy;
        Hasher = new RecordHasher(context.HashKey);
        First = new SideContext<T>(context, Side.First) { MayMail = policy.Mailing.Contains(Side.First) };
        Second = new SideContext<T>(context, Side.Second) { MayMail = policy.Mailing.Contains(Side.Second) };
        Keys = new KeyMaker<T>(policy, First, Second);
        FirstReader = new SideReader<T>(context, policy, First, Keys, Hasher, Scratch, new AloneBook<T>(context, policy, First, Second, Hasher, Scratch));
        SecondReader = new SideReader<T>(context, policy, Second, Keys, Hasher, Scratch, new AloneBook<T>(context, policy, Second, First, Hasher, Scratch));
        Notes = new DeletionNotes<T>(context, policy, First, Second, Hasher);
        Worklist = new Worklist<T>(context, new Matcher<T>(context, Keys, First, Second), Notes, Scratch);
        Ahead = new WriteAhead<T>(context, Hasher);
        Loader = new Loader<T>(context, policy, First, Second, Ahead.Unsettled);
        Comparer = new RecordComparer<T>(context, policy, First, Second, Hasher);
        Decider = new Decider<T>(policy, First, Second, Comparer, Keys, Hasher, new Moment(context.Now, context.Run)) { LeavesKnown = context.LeavesKnown };
        var values = new TargetValues<T>(policy, First, Second, Comparer, Loader);
        FirstUpdater = new Updater<T>(context, First, Comparer, values);
        SecondUpdater = new Updater<T>(context, Second, Comparer, values);
        FirstDeleter = new Deleter<T>(context, First, Comparer, Notes);
        SecondDeleter = new Deleter<T>(context, Second, Comparer, Notes);
        FirstCreator = new Creator<T>(context, First, Comparer, Keys, values);
        SecondCreator = new Creator<T>(context, Second, Comparer, Keys, values);
    }

    public KindPolicy<T> Policy => _policy;

    /// <summary>Holds what must be remembered of every record.</summary>
    public Scratch Scratch { get; } = new();

    public RecordHasher Hasher { get; }

    public SideContext<T> First { get; }

    public SideContext<T> Second { get; }

    public KeyMaker<T> Keys { get; }

    public SideReader<T> FirstReader { get; }

    public SideReader<T> SecondReader { get; }

    public Worklist<T> Worklist { get; }

    public Loader<T> Loader { get; }

    public RecordComparer<T> Comparer { get; }

    public Decider<T> Decider { get; }

    public Updater<T> FirstUpdater { get; }

    public Updater<T> SecondUpdater { get; }

    public WriteAhead<T> Ahead { get; }

    public DeletionNotes<T> Notes { get; }

    public Deleter<T> FirstDeleter { get; }

    public Deleter<T> SecondDeleter { get; }

    public Creator<T> FirstCreator { get; }

    public Creator<T> SecondCreator { get; }

    public SideContext<T> this[Side side] => side == Side.First ? First : Second;

    /// <summary>Reads at which sides records must be taken with care after a restored backup.</summary>
    public async Task<RestoredMarks> OpenRestoredAsync(CancellationToken cancellationToken) => Decider.Restored = await RestoredMarks.ReadAsync(_context, T.Kind, cancellationToken);

    public Recorder<T> OpenRecorder(ParkedBook parked, Action<StoreChanges>? alsoStore = null) => new(_context, _policy, First, Second, Comparer, Loader, Hasher, parked, Keys, Notes, Ahead) { AlsoStore = alsoStore };

    public void Dispose()
    {
        Hasher.Dispose();
        Scratch.Dispose();
    }
}
