namespace ErpSync;

/// <summary>A record that must be linked before an entry of a plan can be carried out.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Connection">The name of the connection at which it is.</param>
/// <param name="Id">Its id there.</param>
public sealed record PlanDependency(EntityKind Kind, string Connection, RemoteId Id);
