namespace ErpSync;

/// <summary>One kind of a pair, without its type parameter.</summary>
internal abstract class KindDefinition
{
    public abstract EntityKind Kind { get; }

    public abstract IReadOnlyList<EntityKind> DependsOn { get; }

    /// <summary>Adds a line for each policy that names something unknown.</summary>
    public abstract void Validate(ICollection<string> errors);

    public abstract Need NeedOf(Side side, Connector connector);

    /// <summary>The policy that decides an open field.</summary>
    public abstract SyncReason PolicyOn(PairDefinition pair, string field, OpenReason reason);

    public abstract IKindPass Open(PassContext context);
}
