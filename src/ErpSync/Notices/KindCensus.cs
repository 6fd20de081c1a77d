namespace ErpSync.Notices;

/// <summary>How one kind stands.</summary>
internal sealed class KindCensus
{
    public long Parked { get; private set; }

    public long Conflicts { get; private set; }

    /// <summary>Parked for too long, and the latest instant of them: one that joins them moves it.</summary>
    public long ParkedLong { get; private set; }

    public DateTimeOffset LatestParkedLong { get; private set; }

    public long ConflictsLong { get; private set; }

    public DateTimeOffset LatestConflictLong { get; private set; }

    public void AddParked(ParkedRecord record, DateTimeOffset? limit)
    {
        Parked++;
        if (limit is not { } before || record.ParkedAt > before)
            return;
        ParkedLong++;
        LatestParkedLong = record.ParkedAt > LatestParkedLong ? record.ParkedAt : LatestParkedLong;
    }

    public void AddConflict(DateTimeOffset since, DateTimeOffset? limit)
    {
        Conflicts++;
        if (limit is not { } before || since > before)
            return;
        ConflictsLong++;
        LatestConflictLong = since > LatestConflictLong ? since : LatestConflictLong;
    }
}
