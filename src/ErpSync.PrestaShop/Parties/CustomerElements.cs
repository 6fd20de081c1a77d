using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Parties;

/// <summary>Customers: from records to the XML of writes. Throws a <see cref="ConnectorException"/> for a record that the shop cannot hold.</summary>
internal static class CustomerElements
{
    private static readonly string[] Created =
    [
        nameof(Customer.Company), nameof(Customer.Salutation), nameof(Customer.FirstName), nameof(Customer.LastName), nameof(Customer.Email), nameof(Customer.Website), nameof(Customer.Registrations),
        nameof(Customer.Language), nameof(Customer.PriceGroup), nameof(Customer.Newsletter), nameof(Customer.PartnerOffers), nameof(Customer.Birthday), nameof(Customer.Active), nameof(Customer.CreditLimit),
        nameof(Customer.PrivateNote), nameof(Customer.Groups),
    ];

    /// <summary>A new customer, with a password that nobody knows: the customer asks for another one.</summary>
    public static XElement Create(Customer customer, ShopData shop)
    {
        var wanted = CustomerMapping.Normalise(customer, shop);
        var record = new XElement(
            "customer",
            XmlBody.Value("passwd", RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", 40) + "aB3!"),
            XmlBody.Value("is_guest", wanted.IsGuest ?? false),
            XmlBody.Value("id_shop", shop.ShopId));
        foreach (var field in Created)
            Add(record, field, wanted, shop);
        return record;
    }

    /// <summary>The changed fields of a customer; null when none of them is one of the shop's.</summary>
    public static XElement? Update(Revision<Customer> revision, ShopData shop)
    {
        var wanted = CustomerMapping.Normalise(revision.Wanted, shop);
        var record = XmlBody.Record("customer", Rows.Number(revision.Current.Id));
        foreach (var field in revision.Fields.Order(StringComparer.Ordinal))
            Add(record, field, wanted, shop);
        return record.Elements().Skip(1).Any() ? record : null;
    }

    private static void Add(XElement record, string field, Customer wanted, ShopData shop)
    {
        switch (field)
        {
            case nameof(Customer.Company) or nameof(Customer.IsCompany) when record.Element("company") is null:
                record.Add(XmlBody.Value("company", wanted.Company));
                break;
            case nameof(Customer.Salutation):
                record.Add(XmlBody.Value("id_gender", wanted.Salutation switch { "Mr." => 1L, "Mrs." => 2L, _ => 0L }));
                break;
            case nameof(Customer.FirstName):
                record.Add(XmlBody.Value("firstname", wanted.FirstName));
                break;
            case nameof(Customer.LastName):
                record.Add(XmlBody.Value("lastname", wanted.LastName));
                break;
            case nameof(Customer.Email):
                record.Add(XmlBody.Value("email", string.IsNullOrEmpty(wanted.Email) ? throw NoEmail() : wanted.Email));
                break;
            case nameof(Customer.Website):
                record.Add(XmlBody.Value("website", wanted.Website));
                break;
            case nameof(Customer.Registrations):
                record.Add(XmlBody.Value("siret", wanted.Registrations["siret"]), XmlBody.Value("ape", wanted.Registrations["ape"]));
                break;
            case nameof(Customer.Language):
                record.Add(XmlBody.Value("id_lang", shop.Languages.First(language => language.Code == wanted.Language).Id));
                break;
            case nameof(Customer.PriceGroup):
                record.Add(XmlBody.Value("id_default_group", Number(wanted.PriceGroup!.Value)));
                break;
            case nameof(Customer.Groups):
                record.Add(XmlBody.Association("groups", "group", wanted.Groups.Select(Number)));
                break;
            case nameof(Customer.Newsletter):
                record.Add(XmlBody.Value("newsletter", wanted.Newsletter ?? false));
                break;
            case nameof(Customer.PartnerOffers):
                record.Add(XmlBody.Value("optin", wanted.PartnerOffers ?? false));
                break;
            case nameof(Customer.Birthday):
                record.Add(XmlBody.Value("birthday", wanted.Birthday?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "0000-00-00"));
                break;
            case nameof(Customer.Active):
                record.Add(XmlBody.Value("active", wanted.Active ?? true));
                break;
            case nameof(Customer.CreditLimit):
                record.Add(XmlBody.Value("outstanding_allow_amount", Values.Amount(wanted.CreditLimit, shop, field, mayBeNegative: false)));
                break;
            case nameof(Customer.PrivateNote):
                record.Add(XmlBody.Value("note", wanted.PrivateNote));
                break;
        }
    }

    private static long Number(Ref group) => Rows.Number(group.Id) is > 0 and var id && !group.IsForeign ? id : throw new ConnectorException(new SyncProblem(
        ProblemKind.Rejected, PrestaShopCodes.IdInvalid, $"{group} is no customer group of the shop.")
    { Field = nameof(Customer.Groups), Remedy = "Map the group of the other system to one of the shop's." });

    private static ConnectorException NoEmail() => new(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.EmailMissing, "PrestaShop takes no customer without an e-mail address.")
    {
        Field = nameof(Customer.Email),
        Remedy = "Add the address in the other system, or leave customers without one out of the pair.",
    });
}
