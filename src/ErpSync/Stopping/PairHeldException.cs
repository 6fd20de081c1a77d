namespace ErpSync;

/// <summary>Ends a run before its next write, because the pair must be held.</summary>
internal sealed class PairHeldException(SyncHold hold) : Exception(hold.Message)
{
    public SyncHold Hold { get; } = hold;
}
