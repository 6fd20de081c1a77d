namespace ErpSync;

/// <summary>An entry of a plan that was not carried out, because the world is no longer what the plan was made on.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Problem">What moved; its code begins with <c>plan.</c>.</param>
public sealed record RefusedEntry(PlanEntry Entry, SyncProblem Problem)
{
    /// <summary>What moved, in words.</summary>
    public string Reason => Problem.Message;
}
