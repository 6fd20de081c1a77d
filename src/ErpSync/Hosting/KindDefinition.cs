namespace ErpSync;

/// <summary>One kind of a pair, without its type parameter.</summary>
internal abstract class KindDefinition
{
    public abstract EntityKind Kind { get; }

    public abstract IReadOnlyList<EntityKind> DependsOn { get; }

    /// <summary>The policies as text: another text means other decisions.</summary>
    public abstract string PolicySignature { get; }

    /// <summary>The connection that a one-way kind comes from; null for both ways.</summary>
    public abstract string? Source { get; }

    /// <summary>True when every field comes from this connection, so that nothing is ever written to it.</summary>
    public abstract bool ComesOnlyFrom(string connection);

    /// <summary>True when what its records need is brought along, whatever leaves it out.</summary>
    public abstract bool BringsAlong { get; }

    /// <summary>False where one of the systems does not have the kind and the pair is to do without it.</summary>
    public abstract bool IsOffered(Connector first, Connector second);

    /// <summary>Adds a line for each policy that names something unknown.</summary>
    public abstract void Validate(ICollection<string> errors);

    public abstract Need NeedOf(Side side, Connector connector);

    /// <summary>The policy that decides an open field.</summary>
    public abstract SyncReason PolicyOn(PairDefinition pair, string field, OpenReason reason);

    /// <summary>A field's journalled value for a person; the value itself when the field is not known any more.</summary>
    public abstract string Display(string field, string json);

    /// <summary>A field's name as it is stored, whatever the case in which a host wrote it.</summary>
    public abstract string FieldName(string field);

    public abstract IKindPass Open(PassContext context);
}
