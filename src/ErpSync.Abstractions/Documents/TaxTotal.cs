namespace ErpSync;

/// <summary>What one tax comes to on a whole document.</summary>
/// <param name="Rate">The tax.</param>
/// <param name="Amount">The tax, in the document's currency.</param>
/// <param name="Base">What it was taken on; null when the system does not tell.</param>
/// <param name="Name">The tax as the system words it, for example <c>QST</c>; null when it has no name.</param>
public sealed record TaxTotal(TaxRate Rate, Money Amount, Money? Base = null, string? Name = null);
