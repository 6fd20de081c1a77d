namespace ErpSync;

/// <summary>What a pair wants to do with a kind at one connection.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Reads">It is read.</param>
/// <param name="Creates">It is created.</param>
/// <param name="Updates">It is changed.</param>
/// <param name="Deletes">It is deleted.</param>
public sealed record Need(EntityKind Kind, bool Reads, bool Creates, bool Updates, bool Deletes);
