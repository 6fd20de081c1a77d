namespace ErpSync.Dolibarr;

/// <summary>What a new customer becomes in Dolibarr.</summary>
public enum DolibarrCustomerType
{
    /// <summary>A customer.</summary>
    Customer = 1,

    /// <summary>A prospect, who has not bought yet.</summary>
    Prospect = 2,

    /// <summary>Both.</summary>
    CustomerAndProspect = 3,
}
