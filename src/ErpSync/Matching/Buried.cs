namespace ErpSync.Matching;

/// <summary>Says why a record that was deleted once, or whose counterpart was, is not carried over as new.</summary>
internal static class Buried
{
    public static SyncProblem Problem(PassContext context, EntityKind kind, Side side, RemoteId id, Tombstone stone)
    {
        var here = context.NameOf(side);
        var there = context.NameOf(side == Side.First ? Side.Second : Side.First);
        var day = stone.At.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var survived = stone.DeletedAt is { } gone && gone != side;
        var problem = survived
            ? new SyncProblem(ProblemKind.Held, "tombstone.survivor", $"It was deleted in {there} on {day} and is not created there again.")
            : new SyncProblem(ProblemKind.Held, "tombstone.came-back", $"It was deleted on {day} and is there again; it is not carried to {there} as new.");
        return problem.WithRemedy($"Resolve it with the version of {here} to have it created in {there}, or delete it.") with { Connection = here, EntityKind = kind, Id = id };
    }
}
