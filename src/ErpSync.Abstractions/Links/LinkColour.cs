namespace ErpSync;

/// <summary>The colour of a record in a pair.</summary>
public enum LinkColour
{
    /// <summary>Linked and equal, or both sides still hold what they held when they last agreed.</summary>
    Green,

    /// <summary>Linked and different.</summary>
    Orange,

    /// <summary>Not linked: only in one system, or several candidates.</summary>
    Red,
}
