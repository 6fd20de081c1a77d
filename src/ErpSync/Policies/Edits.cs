namespace ErpSync;

/// <summary>What happens to a field that one side edited since the two last agreed, where the field belongs to neither side.</summary>
public enum Edits
{
    /// <summary>The edit goes over to the other side. The default.</summary>
    Carry,

    /// <summary>The record is shown orange until a person decides (<see cref="ISyncEngine.ResolveAsync"/>); records that are missing are created all the same.</summary>
    Show,
}
