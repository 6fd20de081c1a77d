namespace ErpSync;

/// <summary>The webhooks that a pair needs of a connection.</summary>
/// <param name="Address">Where they shall be delivered.</param>
/// <param name="Kinds">The kinds that shall be announced; those that the system cannot announce are passed over.</param>
public sealed record WebhookWish(Uri Address, IReadOnlySet<EntityKind> Kinds);
