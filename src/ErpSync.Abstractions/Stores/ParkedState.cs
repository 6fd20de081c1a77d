namespace ErpSync;

/// <summary>What becomes of a parked record. The numbers are stored.</summary>
public enum ParkedState
{
    /// <summary>It is tried again by itself.</summary>
    Waiting = 0,

    /// <summary>It failed so often that it is not tried again by itself (dead letter), until it changes or a person says so.</summary>
    Dead = 1,

    /// <summary>A person said to leave it until it changes.</summary>
    SkippedUntilChanged = 2,

    /// <summary>A person said to leave it for good.</summary>
    Skipped = 3,
}
