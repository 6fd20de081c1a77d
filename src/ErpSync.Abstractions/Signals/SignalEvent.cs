namespace ErpSync;

/// <summary>What a signal announces.</summary>
public enum SignalEvent
{
    /// <summary>The record is new.</summary>
    Created,

    /// <summary>The record changed, or may have.</summary>
    Changed,

    /// <summary>The record is gone, or went to the bin.</summary>
    Deleted,

    /// <summary>The customer logged in; no system tells this by itself.</summary>
    LoggedIn,
}
