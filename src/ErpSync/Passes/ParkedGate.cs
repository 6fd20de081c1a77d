using ErpSync.Comparing;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>Holds back parked records until their time has come or their content has moved; those that a person skipped are held back in full runs too.</summary>
internal sealed class ParkedGate<T>(PassContext context, RecordComparer<T> comparer, ParkedBook parked)
    where T : class, IEntity
{
    private readonly List<ParkedRecord> _learned = [];
    private readonly List<ParkedRecord> _readable = [];

    /// <summary>Skipped records whose content was not known when they were skipped: from now on it is.</summary>
    public IReadOnlyList<ParkedRecord> Learned => _learned;

    /// <summary>Records that could not be read when they were parked, and can be now.</summary>
    public IReadOnlyList<ParkedRecord> Readable => _readable;

    public IReadOnlyList<Loaded<T>> Hold(IReadOnlyList<Loaded<T>> loaded) => parked.Records.Count == 0 ? loaded : [.. loaded.Select(Hold)];

    private Loaded<T> Hold(Loaded<T> loaded)
    {
        var item = loaded.Item;
        if (item.Held is not null || (parked.Waits(Side.First, item.First, context.Now) ?? parked.Waits(Side.Second, item.Second, context.Now)) is not { } record)
            return loaded;
        var fingerprint = comparer.Fingerprints(loaded);
        var moved = record.Fingerprint is null ? item.HasMoved : !string.Equals(record.Fingerprint, fingerprint, StringComparison.Ordinal);
        switch (record.State)
        {
            case ParkedState.Skipped:
                break;
            case ParkedState.SkippedUntilChanged when !moved:
                if (record.Fingerprint is null)
                    _learned.Add(record with { Fingerprint = fingerprint });
                break;
            case ParkedState.SkippedUntilChanged:
                return loaded;
            default:
                if (moved || context.Full || context.Again || record.Problem.Code == Loader<T>.UnmappedCode)
                    return loaded;
                if (record.Problem.Kind == ProblemKind.Unreadable && loaded.At(record.Side) is not null)
                {
                    _readable.Add(record);
                    return loaded;
                }

                break;
        }

        return loaded with { Item = item with { Held = record.Problem } };
    }
}
