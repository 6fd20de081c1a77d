namespace ErpSync;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Work can begin; something will be missing or slower.</summary>
    Warning,

    /// <summary>Work must not begin before this is put right.</summary>
    Error,
}
