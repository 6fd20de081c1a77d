using System.Xml.Linq;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Parties;

/// <summary>Addresses: from rows to records and documents, and from records to the XML of writes.</summary>
internal static class AddressMapping
{
    /// <summary>The resource.</summary>
    public const string Resource = "addresses";

    /// <summary>The fields of a line of a listing.</summary>
    public const string ListedFields = "[id,id_customer,deleted,date_upd]";

    /// <summary>The fields of a whole record.</summary>
    public const string Fields =
        "[id,id_customer,id_country,id_state,alias,company,lastname,firstname,vat_number,address1,address2,postcode,city,other,phone,phone_mobile,dni,deleted,date_upd]";

    private const string UsualAlias = "Address";

    /// <summary>False for addresses of brands, suppliers and warehouses, and for those that only old orders keep.</summary>
    public static bool IsRecord(WireRow row) => row.Whole("id_customer") is > 0 && row.Flag("deleted") != true;

    /// <summary>The stamp of a row.</summary>
    public static string StampOf(WireRow row) => Stamp.Of("a1", row.Text("date_upd"));

    /// <summary>The record in a row.</summary>
    public static Remote<Address> Read(WireRow row, SalesReference reference, ShopData shop) => new(RemoteId.From(row.Id), new Address
    {
        Owner = row.Whole("id_customer") is > 0 and var owner ? new Ref(EntityKind.Customer, RemoteId.From(owner)) : null,
        Alias = row.Filled("alias"),
        Company = row.Filled("company"),
        FirstName = row.Filled("firstname"),
        LastName = row.Filled("lastname"),
        Line1 = row.Filled("address1"),
        Line2 = row.Filled("address2"),
        Postcode = row.Filled("postcode"),
        City = row.Filled("city"),
        State = reference.State(row.Whole("id_state") ?? 0),
        Country = reference.Country(row.Whole("id_country") ?? 0),
        Phone = row.Filled("phone"),
        Mobile = row.Filled("phone_mobile"),
        VatNumber = row.Filled("vat_number"),
        Identification = row.Filled("dni"),
        Note = row.Filled("other"),
    })
    {
        ModifiedAt = LocalTime.ToInstant(row.Text("date_upd"), shop.Zone),
        Label = $"{row.Filled("alias")} {row.Filled("city")}".Trim(),
        Stamp = StampOf(row),
        Native = row,
    };

    /// <summary>What the shop would hold.</summary>
    public static Address Normalise(Address address, SalesReference? reference)
    {
        var country = reference?.CountryId(address.Country);
        return address with
        {
            Alias = PartyText.Words(address.Alias, 32) ?? UsualAlias,
            Company = PartyText.Words(address.Company, 255),
            FirstName = PartyText.Name(address.FirstName),
            LastName = PartyText.Name(string.IsNullOrWhiteSpace(address.LastName) ? address.Company : address.LastName),
            Line1 = PartyText.Line(address.Line1),
            Line2 = PartyText.OptionalLine(address.Line2),
            Postcode = PartyText.Postcode(address.Postcode),
            City = PartyText.City(address.City),
            State = reference is null || country is null ? address.State : reference.StateId(country.Value, address.State) is { } state ? reference.State(state) : null,
            Country = address.Country?.ToUpperInvariant(),
            Phone = PartyText.Phone(address.Phone),
            Mobile = PartyText.Phone(address.Mobile),
            VatNumber = PartyText.Words(address.VatNumber, 32),
            Identification = PartyText.Identification(address.Identification),
            Note = PartyText.Message(address.Note),
        };
    }

    /// <summary>A new address.</summary>
    public static XElement Create(Address address, SalesReference reference)
    {
        var record = new XElement("address", XmlBody.Value("id_customer", address.Owner is { IsForeign: false } owner && Rows.Number(owner.Id) is > 0 and var id ? id : throw NoOwner()));
        var wanted = Normalise(address, reference);
        foreach (var field in Written)
            Add(record, field, wanted, reference);
        return record;
    }

    /// <summary>The changed fields of an address; null when none of them is one of the shop's.</summary>
    public static XElement? Update(Revision<Address> revision, SalesReference reference)
    {
        var record = XmlBody.Record("address", Rows.Number(revision.Current.Id));
        var wanted = Normalise(revision.Wanted, reference);
        foreach (var field in revision.Fields)
            Add(record, field, wanted, reference);
        return record.Elements().Skip(1).Any() ? record : null;
    }

    /// <summary>The fields that can be written.</summary>
    public static string[] Written { get; } =
    [
        nameof(Address.Alias), nameof(Address.Company), nameof(Address.FirstName), nameof(Address.LastName), nameof(Address.Line1), nameof(Address.Line2), nameof(Address.Postcode), nameof(Address.City),
        nameof(Address.State), nameof(Address.Country), nameof(Address.Phone), nameof(Address.Mobile), nameof(Address.VatNumber), nameof(Address.Identification), nameof(Address.Note),
    ];

    private static void Add(XElement record, string field, Address wanted, SalesReference reference)
    {
        if (field is nameof(Address.Country) or nameof(Address.State))
        {
            Place(record, wanted, reference);
            return;
        }

        var (name, text) = field switch
        {
            nameof(Address.Alias) => ("alias", wanted.Alias),
            nameof(Address.Company) => ("company", wanted.Company),
            nameof(Address.FirstName) => ("firstname", wanted.FirstName),
            nameof(Address.LastName) => ("lastname", wanted.LastName),
            nameof(Address.Line1) => ("address1", wanted.Line1),
            nameof(Address.Line2) => ("address2", wanted.Line2),
            nameof(Address.Postcode) => ("postcode", wanted.Postcode),
            nameof(Address.City) => ("city", wanted.City),
            nameof(Address.Phone) => ("phone", wanted.Phone),
            nameof(Address.Mobile) => ("phone_mobile", wanted.Mobile),
            nameof(Address.VatNumber) => ("vat_number", wanted.VatNumber),
            nameof(Address.Identification) => ("dni", wanted.Identification),
            nameof(Address.Note) => ("other", wanted.Note),
            _ => ("", null),
        };
        if (name.Length > 0)
            record.Add(XmlBody.Value(name, text));
    }

    // The shop checks neither country nor state: a wrong number would be kept.
    private static void Place(XElement record, Address wanted, SalesReference reference)
    {
        if (record.Element("id_country") is not null)
            return;
        var country = reference.CountryId(wanted.Country) ?? throw new ConnectorException(new SyncProblem(
            ProblemKind.Rejected, PrestaShopCodes.CountryUnknown, $"The shop has no country '{wanted.Country}'.")
        { Field = nameof(Address.Country), Remedy = "Correct the country's ISO code, or add the country in the back office (International, Locations)." });
        record.Add(XmlBody.Value("id_country", country), XmlBody.Value("id_state", reference.StateId(country, wanted.State) ?? 0));
    }

    private static ConnectorException NoOwner() => new(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.OwnerMissing, "An address needs a customer of the shop.") { Field = nameof(Address.Owner) });
}
