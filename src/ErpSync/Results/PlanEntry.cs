namespace ErpSync;

/// <summary>One thing that a run would do, or would leave alone for a reason.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Action">What would be done.</param>
/// <param name="FirstId">The record's id at the pair's first connection; null when it is not there yet.</param>
/// <param name="SecondId">The record's id at the second connection; null when it is not there yet.</param>
public sealed record PlanEntry(EntityKind Kind, PlanAction Action, RemoteId? FirstId, RemoteId? SecondId)
{
    /// <summary>The name of the connection that would be written to; null when none is.</summary>
    public string? Target { get; init; }

    /// <summary>What a person recognises the record by.</summary>
    public string Label { get; init; } = "";

    /// <summary>The fields that would be set (create, update) or that are open (ask).</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>The mass changes that trip the brake; empty for every other action.</summary>
    public IReadOnlyList<MassChangeCount> MassChanges { get; init; } = [];

    /// <summary>The names of the fields that would be written, empty or not; empty for entries that write none.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Ambiguous records on hold: the ids of the candidates; empty otherwise.</summary>
    public IReadOnlyList<RemoteId> Candidates { get; init; } = [];

    /// <summary>The records that must be linked before, because a written field points to them; empty where all are linked already.</summary>
    public IReadOnlyList<PlanDependency> DependsOn { get; init; } = [];

    /// <summary>What the record at the first connection looked like when the plan was made, keyed by the plan's salt; null when there is none, and in a streamed plan.</summary>
    public string? FirstBasis { get; init; }

    /// <summary>What the record at the second connection looked like when the plan was made, keyed by the plan's salt; null when there is none, and in a streamed plan.</summary>
    public string? SecondBasis { get; init; }

    /// <summary>The values that would be written, keyed by the plan's salt; null for creates, which follow from the basis, and in a streamed plan.</summary>
    public string? Content { get; init; }

    /// <summary>Why, in words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The reason with its stable code, of the first where there are several; null where only words are known.</summary>
    public SyncReason? Why { get; init; }

    /// <summary>True when carrying the entry out sends a write to a system.</summary>
    public bool IsWrite => Action is PlanAction.Create or PlanAction.Update or PlanAction.Delete;

    /// <summary>The entry of a write that is held: what would be written stays visible.</summary>
    internal PlanEntry Held(SyncProblem problem, Texts.SyncTexts texts) =>
        this with { Action = PlanAction.Hold, Reason = texts.Say("reason.held-write", null, ("reason", Reason), ("problem", texts.Message(problem))), Why = SyncReason.Of(problem.Code) };
}
