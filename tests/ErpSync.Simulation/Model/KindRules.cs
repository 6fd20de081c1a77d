namespace ErpSync.Simulation.Model;

/// <summary>The policies of one kind in one history, as the oracle knows them.</summary>
internal sealed class KindRules
{
    /// <summary>The only side that the kind flows from; null for both ways.</summary>
    public Side? Source { get; init; }

    public IReadOnlyDictionary<string, Side> Owners { get; init; } = new Dictionary<string, Side>();

    public Keep OnConflict { get; init; }

    public Keep OnFirstRun { get; init; }

    public bool RestoresDrift { get; init; }

    /// <summary>Stock only: both sides' movements are added up.</summary>
    public bool ByDifference { get; init; }

    /// <summary>What follows when a record is deleted at the first side.</summary>
    public Deletion OnDeleteAtFirst { get; init; }

    /// <summary>What follows when a record is deleted at the second side.</summary>
    public Deletion OnDeleteAtSecond { get; init; }

    public Deletion OnDeleteAt(Side side) => side == Side.First ? OnDeleteAtFirst : OnDeleteAtSecond;

    public Side? OwnerOf(string field) => Owners.TryGetValue(field, out var owner) ? owner : Source;

    public override string ToString() =>
        $"{(Source is null ? "both ways" : $"from {Source}")}, conflict {OnConflict}, first run {OnFirstRun}{(RestoresDrift ? ", restores drift" : "")}{(ByDifference ? ", by difference" : "")}, deleted {OnDeleteAtFirst}/{OnDeleteAtSecond}{string.Concat(Owners.Select(owner => $", {owner.Key} of {owner.Value}"))}";
}
