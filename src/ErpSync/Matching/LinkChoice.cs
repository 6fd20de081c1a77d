namespace ErpSync.Matching;

/// <summary>Which links are looked at beside those whose records changed.</summary>
internal enum LinkChoice
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those that wait for a write.</summary>
    Pending,

    /// <summary>All that have open fields, so that their details can be shown.</summary>
    Open,

    /// <summary>All of them: policies or fields changed.</summary>
    All,
}
