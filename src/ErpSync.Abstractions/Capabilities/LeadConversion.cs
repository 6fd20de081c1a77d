namespace ErpSync;

/// <summary>What became of a lead.</summary>
/// <param name="Contact">The contact; null where the system makes none.</param>
/// <param name="Customer">The customer; null when none was wanted.</param>
/// <param name="Deal">The deal; null when none was wanted.</param>
public sealed record LeadConversion(RemoteId? Contact, RemoteId? Customer, RemoteId? Deal);
