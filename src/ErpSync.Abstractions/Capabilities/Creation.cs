namespace ErpSync;

/// <summary>A record to create.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Token">Deterministic text that names the source (pair, connection, kind, id), at most 100 characters of <c>a-z 0-9 - : . _</c>; systems that can keep a foreign reference store it.</param>
/// <param name="Value">The content, in the target's own ids.</param>
public sealed record Creation<T>(string Token, T Value) where T : class, IEntity
{
    /// <summary>True when the system may mail the customer about it. False unless a policy allows it; never true in first loads and in history.</summary>
    public bool MayMail { get; init; }
}
