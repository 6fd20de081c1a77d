namespace ErpSync;

/// <summary>What happens to an edit at the side that a field does not belong to.</summary>
public enum Drift
{
    /// <summary>It stays and the record is shown orange, until the owner's side is edited or a person decides. The default.</summary>
    Show,

    /// <summary>The owner's value is written again; the overwritten value is in the journal.</summary>
    Restore,
}
