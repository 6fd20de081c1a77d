namespace ErpSync;

/// <summary>Which way a system rounds. Names are stored: never rename one.</summary>
public enum RoundingMode
{
    /// <summary>To the nearest; a half away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest; a half towards zero.</summary>
    HalfDown,

    /// <summary>To the nearest; a half to the even digit.</summary>
    HalfEven,

    /// <summary>To the nearest; a half to the odd digit.</summary>
    HalfOdd,

    /// <summary>Always up, towards plus infinity.</summary>
    Up,

    /// <summary>Always down, towards minus infinity.</summary>
    Down,
}
