namespace ErpSync;

/// <summary>What an undo would do, to look at before <see cref="ISyncHistory.UndoAsync"/> does it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Scope">What is undone.</param>
/// <param name="MadeAt">When the plan was made, in UTC.</param>
public sealed record UndoPlan(string Pair, UndoScope Scope, DateTimeOffset MadeAt)
{
    /// <summary>What would be done. Entries with a <see cref="UndoEntry.Problem"/> are refused.</summary>
    public IReadOnlyList<UndoEntry> Entries { get; init; } = [];

    /// <summary>What cannot be taken back, with the correcting document or step.</summary>
    public IReadOnlyList<IrreversibleEntry> Irreversible { get; init; } = [];

    /// <summary>The plan with some of its entries.</summary>
    /// <param name="wanted">True for the entries that stay.</param>
    /// <returns>Another plan.</returns>
    public UndoPlan Only(Func<UndoEntry, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return this with { Entries = [.. Entries.Where(wanted)] };
    }
}
