namespace ErpSync;

/// <summary>How a start of a feed ended. The names are stored.</summary>
public enum FeedOutcome
{
    /// <summary>It is under way, or was cut off.</summary>
    Running,

    /// <summary>Every kind was worked through; single records may be parked.</summary>
    Completed,

    /// <summary>A kind could not be worked through.</summary>
    Failed,

    /// <summary>It was under way already; nothing was started.</summary>
    Skipped,

    /// <summary>Something must come first; nothing was started.</summary>
    Refused,
}
