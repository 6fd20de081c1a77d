namespace ErpSync.Matching;

/// <summary>Two records to look at together, or one that has no counterpart. No bodies yet.</summary>
/// <param name="LinkNumber">The link's number; 0 when the two are to be linked or one is alone.</param>
/// <param name="First">The id at the first side; null when the record is only at the second.</param>
/// <param name="Second">The id at the second side; null when the record is only at the first.</param>
internal sealed record WorkItem(long LinkNumber, RemoteId? First, RemoteId? Second)
{
    public string Reason { get; init; } = "";

    public string Label { get; init; } = "";

    /// <summary>Why the record must not be linked or created; null when it may.</summary>
    public SyncProblem? Held { get; init; }

    public ValueList<RemoteId> Candidates { get; init; } = [];

    /// <summary>For matches of owned records: the side at which ErpSync created their owner, whose initial values must not overwrite the other side's.</summary>
    public Side? NewbornAt { get; init; }

    public bool FirstGone { get; init; }

    public bool SecondGone { get; init; }

    public bool IsLinked => LinkNumber > 0;

    public bool IsMatch => LinkNumber == 0 && First is not null && Second is not null;

    public RemoteId? IdAt(Side side) => side == Side.First ? First : Second;
}
