namespace ErpSync.Vtiger;

/// <summary>Which customers get an account beside their contact. vtiger 8 wants one for every order: without, <c>SalesOrder.account_id</c> needs a default.</summary>
public enum VtigerAccounts
{
    /// <summary>Everyone who is a customer. The default.</summary>
    Everyone,

    /// <summary>Companies at once, persons with the first order that comes over.</summary>
    WithOrder,

    /// <summary>Companies only. Orders of persons name the contact, and the account out of <see cref="VtigerOptions.Defaults"/>.</summary>
    Companies,
}
