namespace ErpSync.Sandbox;

/// <summary>A contact or address, mostly of a third party (<c>socid</c>).</summary>
public sealed class DolibarrContact : DolibarrRecord
{
    /// <summary>The roles in which the contact is the usual one of a third party: the third party and the id of the contact type.</summary>
    public IList<(int ThirdPartyId, int TypeId)> Roles { get; } = [];
}
