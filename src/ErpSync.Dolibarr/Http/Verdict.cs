namespace ErpSync.Dolibarr;

/// <summary>What an error answer means.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What happened, for a person.</param>
internal sealed record Verdict(ProblemKind Kind, string Code, string Message)
{
    public string? Remedy { get; init; }

    public string? Field { get; init; }
}
