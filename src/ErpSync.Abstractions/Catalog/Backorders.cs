namespace ErpSync;

/// <summary>Whether more can be ordered than there is. Names are stored: never rename one.</summary>
public enum Backorders
{
    /// <summary>No.</summary>
    Refused,

    /// <summary>Yes, and the customer is told.</summary>
    Announced,

    /// <summary>Yes.</summary>
    Allowed,
}
