namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Links contacts to documents in a role.</summary>
internal static class ContactRoles
{
    private static readonly string[] Known = ["BILLING", "CUSTOMER", "SHIPPING"];

    public static Answer Add(DolibarrState state, DolibarrTradeDocument document, ApiCall call, string what, string place)
    {
        var (contact, role) = (call.Id(3, "contactid"), call.Segments[4]);
        if (Array.IndexOf(Known, role) < 0)
            throw new RestException(400, "Type of contact is not valid") { Place = place };
        if (state.Contacts.Find(contact) is null)
            throw new RestException(500, "Error when added the contact") { Place = place };
        if (document.Contacts.Contains((contact, role)))
            return new Answer { Status = 304 };
        document.Contacts.Add((contact, role));
        return Answer.Success($"Contact={contact} linked to the {what}={document.Id} as external {role}");
    }

    public static Answer Remove(DolibarrTradeDocument document, ApiCall call, string what)
    {
        document.Contacts.Remove((call.Id(3, "contactid"), call.Segments[4]));
        return Answer.Success($"Contact unlinked from {what}");
    }
}
