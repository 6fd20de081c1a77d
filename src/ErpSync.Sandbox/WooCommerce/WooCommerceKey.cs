namespace ErpSync.Sandbox;

/// <summary>A key of the REST API.</summary>
/// <param name="Name">The consumer key.</param>
/// <param name="Secret">The consumer secret.</param>
/// <param name="Reads">Whether it may read.</param>
/// <param name="Writes">Whether it may write.</param>
public sealed record WooCommerceKey(string Name, string Secret, bool Reads = true, bool Writes = true)
{
    /// <summary>True when it belongs to a user without the rights of a shop manager.</summary>
    public bool IsCustomer { get; init; }
}
