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

    /// <summary>Delete the record at the target.</summary>
    Delete,

    /// <summary>Remove the link; nothing is written to either system.</summary>
    Unlink,

    /// <summary>The brake: nothing of the kind is written until a person confirms the counts of the entry. Comes before the kind's other entries.</summary>
    Brake,
}
