namespace ErpSync.Simulation.Model;

/// <summary>One thing that a user typed into one atom of one record. Its number is part of the typed value, so that every stored value tells whose it is.</summary>
internal sealed class Edit
{
    public required int Id { get; init; }

    /// <summary>The edit that the user saw when typing; 0 for none.</summary>
    public required int Parent { get; init; }

    public required Side Side { get; init; }

    public required EntityKind Kind { get; init; }

    /// <summary>The identity of the record, the same on both sides.</summary>
    public required int Gid { get; init; }

    public required string Atom { get; init; }

    /// <summary>The world's request number at which it was typed.</summary>
    public required long Moment { get; init; }

    public required RemoteId Record { get; init; }

    /// <summary>True once a declared policy or a person's word has overwritten it.</summary>
    public bool Overwritten { get; set; }

    /// <summary>True once it fell into the one request between guard read and write of a system without conditional writes.</summary>
    public bool Unguardable { get; set; }
}
