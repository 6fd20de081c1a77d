namespace ErpSync;

/// <summary>A record to change.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Current">What the record was read as just before.</param>
/// <param name="Wanted">What it shall be, in the target's own ids.</param>
/// <param name="Fields">The names of the fields that differ between the two; the others must not be touched.</param>
public sealed record Revision<T>(Remote<T> Current, T Wanted, IReadOnlyList<string> Fields) where T : class, IEntity
{
    /// <summary>True when the system may mail the customer about it. False unless a policy allows it; never true in first loads and in history.</summary>
    public bool MayMail { get; init; }
}
