namespace ErpSync.Dolibarr;

/// <summary>Between contacts with an address and address records: Dolibarr has no addresses of their own beside the third party's.</summary>
internal static class AddressMapping
{
    public static Remote<Address> Read(ContactRow contact) => new(RemoteId.From(contact.Id), new Address
    {
        Owner = contact.ThirdParty is { } party ? new Ref(EntityKind.Customer, RemoteId.From(party)) : null,
        FirstName = contact.FirstName,
        LastName = contact.LastName,
        Line1 = contact.Line1,
        Line2 = contact.Line2,
        Postcode = contact.Postcode,
        City = contact.City,
        Country = contact.Country,
        Phone = contact.Phone,
        Mobile = contact.Mobile,
    })
    {
        Label = Names.Join(contact.FirstName, contact.LastName),
    };

    public static Address Normalise(Address value, DolibarrSetup setup)
    {
        var folded = ContactText.Normalise(value.ToPostal(), setup, withPhones: true) ?? new PostalAddress();
        return new Address
        {
            Owner = value.Owner,
            FirstName = folded.FirstName,
            LastName = folded.LastName,
            Line1 = folded.Line1,
            Line2 = folded.Line2,
            Postcode = folded.Postcode,
            City = folded.City,
            Country = folded.Country,
            Phone = folded.Phone,
            Mobile = folded.Mobile,
        };
    }
}
