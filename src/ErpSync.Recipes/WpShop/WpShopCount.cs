namespace ErpSync.Recipes;

/// <summary>What a mass run would do to one kind at one connection.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Connection">The connection that would be written to.</param>
/// <param name="Creates">How many records it would create there.</param>
/// <param name="Overwrites">How many records it would change there.</param>
public sealed record WpShopCount(EntityKind Kind, string Connection, long Creates, long Overwrites);
