namespace ErpSync.Vtiger;

/// <summary>Whom an order names.</summary>
/// <param name="Account">The account's id; null when there is none.</param>
/// <param name="Contact">The contact's id; null when there is none.</param>
internal sealed record Buyer(string? Account, string? Contact);
