using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Reading;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>
/// The brake of one kind in one pass. Where the number of records to look at could exceed a limit, everything is decided before the first write; what was fetched
/// for that is kept for the writing, up to <see cref="Kept"/> records, so that smaller runs cause no further request.
/// </summary>
internal sealed class KindBrake<T>(PassContext context, KindPolicy<T> policy, BrakeBook book)
    where T : class, IEntity
{
    private const int Kept = 2000;

    private readonly Dictionary<MassChange, int> _planned = [];
    private readonly Dictionary<MassChange, int> _repeated = [];
    private readonly HashSet<MassChange> _confirmed = [];
    private readonly HashSet<uint> _uncounted = [];
    private long _of;

    /// <summary>Decides everything beforehand where that is needed.</summary>
    /// <param name="sides">What was read; its bodies are taken and given back.</param>
    /// <param name="decide">Decides all items.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>Why nothing of the kind may be written; null when it may.</returns>
    public async Task<BrakeHold?> StopsAsync(ReadSides<T> sides, Func<IAsyncEnumerable<Decision<T>>> decide, CancellationToken cancellationToken)
    {
        var held = await BrakeHold.FindAsync(context, T.Kind, cancellationToken);
        if (policy.Brake.OffBecause is { } reason)
        {
            EngineLog.BrakeOff(context.Logger, context.Pair, T.Kind.Name, reason);
            return null;
        }

        var concerned = sides.Items.Count(item => item.Held is null && (item.IsLinked || item.IsMatch));
        _of = (await context.Store.CountAsync(context.Pair, T.Kind, cancellationToken)).Linked + sides.Items.Count(item => item.IsMatch);
        if (concerned == 0 || (held is null && !BrakeRule.All.Any(change => Exceeds(change, concerned, book.Count(change)))))
            return null;
        await CountAsync(sides, decide(), cancellationToken);
        var tripped = BrakeRule.All.Where(change => Trips(change, held)).Select(Count).ToList();
        return tripped.Count == 0 ? null : new BrakeHold(held?.Since ?? context.Now, tripped);
    }

    /// <summary>Keeps in the store that the kind is held, or that it is not any more.</summary>
    public async Task NoteAsync(BrakeHold? hold, CancellationToken cancellationToken)
    {
        var known = await BrakeHold.FindAsync(context, T.Kind, cancellationToken);
        if (known is null && hold is null && _confirmed.Count == 0)
            return;
        var changes = new StoreChanges { Lease = context.Lease };
        changes.Texts.Add((context.Pair, BrakeHold.KeyOf(T.Kind), hold?.ToString()));
        if (hold is null)
        {
            foreach (var change in _confirmed)
                book.Restart(change);
            book.Save(changes, context);
        }
        else
        {
            EngineLog.BrakeTripped(context.Logger, context.Pair, T.Kind.Name, string.Join(", ", hold.Counts.Select(count => $"{count.Change} {count.Count} of {count.Of}")));
        }

        await context.Store.CommitAsync(changes, cancellationToken);
    }

    /// <summary>Asked for what could not be decided beforehand: a create that turned out to be a match, a record that could not be read then. False when its writes must wait for the next run.</summary>
    public bool Allows(Decision<T> decision)
    {
        if (policy.Brake.OffBecause is not null)
            return true;
        var changes = BrakeRule.Of(decision, policy.Shape, context.Full ? null : policy.Mailing);
        foreach (var change in changes)
            _planned[change] = _planned.GetValueOrDefault(change) + 1;
        _of += WasCounted(decision) ? 1 : 0;
        return !changes.Any(change => Exceeds(change, _planned[change], Earlier(change)));
    }

    /// <summary>False for what could not be read when everything was counted: it may be readable by now.</summary>
    public bool WasCounted(Decision<T> decision) => _uncounted.Count == 0 || !_uncounted.Contains(BrakeBook.NameOf(decision));

    private async Task CountAsync(ReadSides<T> sides, IAsyncEnumerable<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        BodyCache<T> first = new(Kept), second = new(Kept);
        await foreach (var decision in decisions.WithCancellation(cancellationToken))
        {
            Keep(decision.Loaded, first, second);
            var record = BrakeBook.NameOf(decision);
            if (decision.Loaded.Item.Held is not null)
                _uncounted.Add(record);
            foreach (var change in BrakeRule.Of(decision, policy.Shape, context.Full ? null : policy.Mailing))
            {
                _planned[change] = _planned.GetValueOrDefault(change) + 1;
                if (book.Knows(change, record))
                    _repeated[change] = _repeated.GetValueOrDefault(change) + 1;
            }
        }

        sides.First.Bodies = first;
        sides.Second.Bodies = second;
    }

    private static void Keep(Loaded<T> loaded, BodyCache<T> first, BodyCache<T> second)
    {
        // What could not be read is not gone: it is read again.
        if (loaded.Item.First is { } one && (loaded.First is not null || loaded.Item.Held is null))
            first.Add(one, loaded.First);
        if (loaded.Item.Second is { } other && (loaded.Second is not null || loaded.Item.Held is null))
            second.Add(other, loaded.Second);
    }

    private bool Trips(MassChange change, BrakeHold? held)
    {
        var planned = _planned.GetValueOrDefault(change);
        var waits = held?.Counts.Any(count => count.Change == change) == true;
        if (planned == 0 || !(waits || Exceeds(change, planned, Earlier(change))))
            return false;
        if (context.Confirmed.Where(word => word.Kind == T.Kind && word.Change == change).Sum(word => word.Count) < planned)
            return true;
        _confirmed.Add(change);
        return false;
    }

    /// <summary>Records that were deleted earlier are not among the linked ones any more, and were some of all.</summary>
    private bool Exceeds(MassChange change, int planned, int earlier)
    {
        var limit = policy.Brake.Of(change);
        return BrakeRule.Exceeds(planned + earlier, _of, limit) || (change == MassChange.Deleted && BrakeRule.IsAll(planned + earlier, _of + earlier, limit));
    }

    private int Earlier(MassChange change) => book.Count(change) - _repeated.GetValueOrDefault(change);

    private MassChangeCount Count(MassChange change) => new(change, _planned[change], Earlier(change), _of);
}
