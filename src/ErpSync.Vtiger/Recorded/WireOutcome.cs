namespace ErpSync.Vtiger;

/// <summary>What the connector made of one recorded exchange.</summary>
internal abstract record WireOutcome
{
    private WireOutcome()
    {
    }

    /// <summary>The answer was read.</summary>
    /// <param name="Count">How many records it held.</param>
    /// <param name="Text">What was read, in a few words.</param>
    /// <param name="Problems">Why single records could not be read; empty when all could.</param>
    internal sealed record Read(int Count, string Text, IReadOnlyList<SyncProblem> Problems) : WireOutcome;

    /// <summary>The answer tells a problem, and it was recognised.</summary>
    /// <param name="Problem">The problem.</param>
    internal sealed record Classified(SyncProblem Problem) : WireOutcome;

    /// <summary>The exchange is none of this connector's.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record NotApplicable(string Reason) : WireOutcome;
}
