namespace ErpSync;

/// <summary>Where a pair stands in its life.</summary>
public enum PairStage
{
    /// <summary>Feeds that others need have not been completed yet.</summary>
    SetUp,

    /// <summary>They have; the pair waits for a person to let it go live.</summary>
    Initialised,

    /// <summary>All feeds may run.</summary>
    Live,
}
