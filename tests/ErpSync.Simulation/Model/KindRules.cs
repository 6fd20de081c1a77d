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

    public Side? OwnerOf(string field) => Owners.TryGetValue(field, out var owner) ? owner : Source;

    public override string ToString() =>
        $"{(Source is null ? "both ways" : $"from {Source}")}, conflict {OnConflict}, first run {OnFirstRun}{(RestoresDrift ? ", restores drift" : "")}{(ByDifference ? ", by difference" : "")}{string.Concat(Owners.Select(owner => $", {owner.Key} of {owner.Value}"))}";
}
