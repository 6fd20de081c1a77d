using System.Globalization;

namespace ErpSync.PrestaShop.Parties;

/// <summary>Customers: from rows to records, and what the shop makes of a record. The password and the keys of a customer are never read.</summary>
internal static class CustomerMapping
{
    /// <summary>The resource.</summary>
    public const string Resource = "customers";

    /// <summary>The fields of a line of a listing.</summary>
    public const string ListedFields = "[id,deleted,date_upd]";

    /// <summary>The fields of a whole record, the same in every version.</summary>
    public const string Fields =
        "[id,id_default_group,id_lang,deleted,lastname,firstname,email,id_gender,birthday,newsletter,optin,website,company,siret,ape,outstanding_allow_amount,active,note,is_guest,id_shop,date_add,date_upd,groups[id]]";

    private const long CustomerGroup = 3;

    /// <summary>The record in a row.</summary>
    public static Remote<Customer> Read(WireRow row, ShopData shop)
    {
        var groups = row.Association("groups").Select(group => Group(group.Id)).ToList();
        var company = row.Filled("company");
        var customer = new Customer
        {
            IsCompany = company is not null,
            Company = company,
            Salutation = row.Whole("id_gender") switch { 1 => "Mr.", 2 => "Mrs.", _ => null },
            FirstName = row.Filled("firstname"),
            LastName = row.Filled("lastname"),
            Email = row.Filled("email"),
            Website = row.Filled("website"),
            Registrations = TextMap.From(Registrations(row)),
            Language = shop.Languages.FirstOrDefault(language => language.Id == row.Whole("id_lang"))?.Code,
            Groups = RefSet.From(groups),
            PriceGroup = row.Whole("id_default_group") is > 0 and var group ? Group(group) : null,
            Newsletter = row.Flag("newsletter") ?? false,
            PartnerOffers = row.Flag("optin") ?? false,
            Birthday = Day(row.Text("birthday")),
            IsGuest = row.Flag("is_guest") ?? false,
            Active = row.Flag("active") ?? false,
            CreditLimit = row.Number("outstanding_allow_amount") is { } limit and not 0 ? new Money(limit, shop.Currency) : null,
            PrivateNote = row.Filled("note"),
            Shop = shop.Shops > 1 && row.Whole("id_shop") is > 0 and var own ? own.ToString(CultureInfo.InvariantCulture) : null,
            RegisteredAt = LocalTime.ToInstant(row.Text("date_add"), shop.Zone),
        };
        return new Remote<Customer>(RemoteId.From(row.Id), customer)
        {
            ModifiedAt = LocalTime.ToInstant(row.Text("date_upd"), shop.Zone),
            Label = company ?? $"{customer.FirstName} {customer.LastName}".Trim(),
            Stamp = StampOf(row),
            Native = row,
        };
    }

    /// <summary>The stamp of a row.</summary>
    public static string StampOf(WireRow row) => Stamp.Of("u1", row.Text("date_upd"));

    /// <summary>What the shop would hold.</summary>
    public static Customer Normalise(Customer customer, ShopData shop)
    {
        var company = customer.IsCompany == false ? null : PartyText.Words(customer.Company, 255);
        var price = customer.PriceGroup ?? Group(CustomerGroup);
        return customer with
        {
            IsCompany = company is not null,
            Company = company,
            Salutation = Salutation(customer.Salutation),
            FirstName = PartyText.Name(customer.FirstName),
            LastName = PartyText.Name(string.IsNullOrWhiteSpace(customer.LastName) ? company : customer.LastName),
            Email = customer.Email?.Trim(),
            Website = Website(customer.Website),
            Registrations = TextMap.From(customer.Registrations.Where(entry => Registration(entry.Key, entry.Value) is not null).Select(entry => new KeyValuePair<string, string>(entry.Key, Registration(entry.Key, entry.Value)!))),
            Language = shop.Codes.FirstOrDefault(code => string.Equals(code, customer.Language, StringComparison.OrdinalIgnoreCase)) ?? shop.MainLanguage.Code,
            PriceGroup = price,
            Groups = customer.Groups.Count == 0 ? RefSet.From([price]) : customer.Groups,
            Newsletter = customer.Newsletter ?? false,
            PartnerOffers = customer.PartnerOffers ?? false,
            Birthday = customer.Birthday is { Year: >= 1900 and < 2100 } day ? day : null,
            IsGuest = customer.IsGuest ?? false,
            Active = customer.Active ?? true,
            CreditLimit = customer.CreditLimit is { } limit && limit.Round(6).Amount != 0 ? limit.Round(6) : null,
            PrivateNote = string.IsNullOrWhiteSpace(customer.PrivateNote) ? null : customer.PrivateNote,
        };
    }

    /// <summary>The day of a date; null for none, which PrestaShop writes as zeros.</summary>
    public static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Ref Group(long id) => new(EntityKind.CustomerGroup, RemoteId.From(id));

    private static IEnumerable<KeyValuePair<string, string>> Registrations(WireRow row)
    {
        if (row.Filled("siret") is { } siret)
            yield return new("siret", siret);
        if (row.Filled("ape") is { } ape)
            yield return new("ape", ape);
    }

    private static string? Registration(string key, string value) => key switch
    {
        "siret" => Short(string.Concat(value.Where(char.IsAsciiLetterOrDigit)), 14),
        "ape" => string.Concat(value.Where(char.IsAsciiLetterOrDigit)) is { Length: 4 or 5 } ape && ape[..^1].All(char.IsAsciiDigit) && char.IsAsciiLetter(ape[^1]) ? ape : null,
        _ => null,
    };

    private static string? Short(string text, int longest) => text.Length == 0 ? null : text[..Math.Min(text.Length, longest)];

    private static string? Website(string? text)
    {
        var kept = text is null ? "" : string.Concat(text.Where(character => char.IsAsciiLetterOrDigit(character) || "~:#,$%&_=().? +-@/|!".Contains(character, StringComparison.Ordinal))).Trim();
        return kept.Length is > 0 and <= 128 ? kept : null;
    }

    private static string? Salutation(string? text) => text?.Trim().TrimEnd('.').ToUpperInvariant() switch
    {
        "MR" or "M" or "MONSIEUR" or "HERR" or "MISTER" => "Mr.",
        "MRS" or "MS" or "MISS" or "MME" or "MADAME" or "FRAU" => "Mrs.",
        _ => null,
    };
}
