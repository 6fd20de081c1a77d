namespace ErpSync;

/// <summary>How far a system's modification date can be trusted for a kind.</summary>
public enum DateTrust
{
    /// <summary>There is no date, or it tells nothing: every record is listed or read each cycle.</summary>
    None,

    /// <summary>The date tells some changes; a listing with stamps or a sweep covers the rest.</summary>
    Partial,

    /// <summary>Every change that is synchronised bumps the date.</summary>
    Full,
}
