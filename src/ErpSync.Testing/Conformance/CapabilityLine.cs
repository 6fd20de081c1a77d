namespace ErpSync.Testing;

/// <summary>Whether a connector has a capability of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Capability">The capability's interface without its type argument, for example <c>IDeleter</c>.</param>
/// <param name="IsRegistered">Whether it is registered.</param>
/// <param name="WhyLeftOut">Why it is left out on purpose; null when nobody said so.</param>
public sealed record CapabilityLine(EntityKind Kind, string Capability, bool IsRegistered, string? WhyLeftOut)
{
    /// <summary>True when it is neither registered nor left out by name.</summary>
    public bool IsForgotten => !IsRegistered && WhyLeftOut is null;
}
