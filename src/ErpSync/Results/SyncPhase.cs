namespace ErpSync;

/// <summary>What a run is doing.</summary>
public enum SyncPhase
{
    /// <summary>Reading what changed.</summary>
    Reading,

    /// <summary>Comparing, deciding and, in a run, writing.</summary>
    Working,
}
