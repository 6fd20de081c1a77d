namespace ErpSync;

/// <summary>
/// Why a pair was stopped before it wrote anything: something about a connection or the store is not as it was left. It lasts until a person confirms it
/// (<see cref="ISyncControl.ConfirmAsync"/>); inspections and plans go on meanwhile.
/// </summary>
/// <param name="Pair">The pair.</param>
/// <param name="Code">What was found: one of <see cref="HoldCodes"/>.</param>
/// <param name="Connection">The connection at which it was found.</param>
/// <param name="Message">What was seen, in words, without secrets.</param>
/// <param name="Since">When it was found, in UTC.</param>
public sealed record SyncHold(string Pair, string Code, string Connection, string Message, DateTimeOffset Since)
{
    /// <summary>The kind in which it was found; null when it concerns the whole connection.</summary>
    public EntityKind? Kind { get; init; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>The hold as a problem.</summary>
    /// <returns>The problem.</returns>
    public SyncProblem ToProblem() => new(ProblemKind.Held, Code, Message) { Connection = Connection, EntityKind = Kind, Remedy = Remedy };

    /// <summary>The identity of the installation that was found; null when the hold is not about it.</summary>
    internal string? Instance { get; init; }
}
