namespace ErpSync;

/// <summary>What an entry of a plan would do.</summary>
public enum PlanAction
{
    /// <summary>Create the record at the target.</summary>
    Create,

    /// <summary>Change fields of the record at the target.</summary>
    Update,

    /// <summary>Link two records; nothing is written to either system.</summary>
    Link,

    /// <summary>Nothing: fields are open until a policy or a person decides.</summary>
    Ask,

    /// <summary>Nothing: the record cannot be linked or created, and the reason says why.</summary>
    Hold,
}
