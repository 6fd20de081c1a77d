namespace ErpSync.Testing;

/// <summary>What became of a conformance check.</summary>
public enum ConformanceStatus
{
    /// <summary>The connector keeps this part of the contract.</summary>
    Passed,

    /// <summary>The connector does not have, or does not declare, what the check is about.</summary>
    NotSupported,

    /// <summary>The connector breaks the contract.</summary>
    Failed,
}
