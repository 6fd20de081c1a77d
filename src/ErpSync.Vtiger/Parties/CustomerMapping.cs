using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Between an account with its person and a customer: pure functions.</summary>
internal static class CustomerMapping
{
    public static IReadOnlyList<string> AccountColumns { get; } = ["id", "modifiedtime", "accountname", "email1", "phone", "website", "emailoptout", "description"];

    public static IReadOnlyList<string> PersonColumns { get; } = ["id", "modifiedtime", "account_id", "salutationtype", "firstname", "lastname", "email", "phone", "mobile", "birthday", "leadsource", "emailoptout", "description"];

    public static IEnumerable<string> LeadColumns(VtigerOptions options) =>
        new[] { "id", "modifiedtime", "salutationtype", "firstname", "lastname", "company", "email", "phone", "mobile", "website", "leadsource", "leadstatus", "emailoptout", "description" }.Concat(options.ExternalKeys.TryGetValue(Modules.Leads, out var key) ? [key] : []);

    private const int NameLength = 100;

    public static Remote<Customer> Read(RowReader row, CustomerRow customer, VtigerOptions options, Func<RowReader, TextMap> custom)
    {
        if (customer.IsAlone)
            return ReadAlone(row, customer, options);
        var person = customer.Person;
        var email = row.Text("email1") ?? Texts.Trimmed(person.Text("email"));
        var (first, last) = (Texts.Trimmed(person.Text("firstname")), Texts.Trimmed(person.Text("lastname")) is { } name && name != options.TextDefault ? name : null);
        var bare = Bare(row.Text("accountname"), email);
        var isPerson = customer.HasPerson && string.Equals(bare, PersonName(first, last, email), StringComparison.OrdinalIgnoreCase);
        return new Remote<Customer>(row.Id, new Customer
        {
            IsCompany = !isPerson,
            Company = isPerson ? null : bare,
            Salutation = Texts.Trimmed(person.Text("salutationtype")),
            FirstName = first,
            LastName = last,
            Email = email,
            Phone = row.Text("phone"),
            Mobile = Texts.Trimmed(person.Text("mobile")),
            Website = row.Text("website"),
            VatNumber = options.VatNumberField is { } field ? row.Text(field) : null,
            Newsletter = row.Has("emailoptout") ? !row.Flag("emailoptout") : null,
            Birthday = JsonValues.Day(person.Text("birthday")),
            PrivateNote = row.Text("description"),
            Origin = Texts.Trimmed(person.Text("leadsource")),
            Custom = custom(row),
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = email ?? row.Text("accountname"),
            Native = customer,
        };
    }

    /// <summary>A contact without account, or a lead: what neither has reads as nothing.</summary>
    private static Remote<Customer> ReadAlone(RowReader row, CustomerRow customer, VtigerOptions options)
    {
        string? Real(string name) => row.Text(name) is { } text && text != options.TextDefault ? text : null;
        var (first, last, email, company) = (row.Text("firstname"), Real("lastname"), row.Text("email"), Real("company"));
        var isPerson = company is null || string.Equals(company, PersonName(first, last, email), StringComparison.OrdinalIgnoreCase);
        return new Remote<Customer>(row.Id, new Customer
        {
            IsCompany = !isPerson,
            Company = isPerson ? null : company,
            Salutation = row.Text("salutationtype"),
            FirstName = first,
            LastName = last,
            Email = email,
            Phone = row.Text("phone"),
            Mobile = row.Text("mobile"),
            Website = row.Text("website"),
            Newsletter = row.Has("emailoptout") ? !row.Flag("emailoptout") : null,
            Birthday = row.Day("birthday"),
            PrivateNote = row.Text("description"),
            Origin = row.Text("leadsource"),
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = email ?? last,
            Native = customer,
        };
    }

    /// <summary>The name of a person's account: last name, blank, first name.</summary>
    public static string? PersonName(string? first, string? last, string? email)
    {
        var name = string.Join(' ', new[] { Texts.Trimmed(last), Texts.Trimmed(first) }.Where(part => part is not null));
        return Texts.Stored(name.Length > 0 ? name : email, NameLength);
    }

    /// <summary>The name of an account. Two accounts of one name are refused, so where the name is taken the e-mail address stands behind it.</summary>
    public static string Name(Customer value, bool isTaken)
    {
        var bare = Texts.Trimmed(value.Company) ?? PersonName(value.FirstName, value.LastName, value.Email) ?? "?";
        if (!isTaken || Suffix(value.Email) is not { } suffix)
            return Texts.Stored(bare, NameLength)!;
        return Texts.Stored(bare, NameLength - suffix.Length) + suffix;
    }

    public static JsonObject Account(Customer value, IReadOnlySet<string>? fields, VtigerOptions options)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Customer.Email)))
            body["email1"] = Texts.Trimmed(value.Email) ?? "";
        if (Is(nameof(Customer.Phone)))
            body["phone"] = Texts.Trimmed(value.Phone) ?? "";
        if (Is(nameof(Customer.Website)))
            body["website"] = Texts.Trimmed(value.Website) ?? "";
        if (Is(nameof(Customer.VatNumber)) && options.VatNumberField is { } field)
            body[field] = Texts.Trimmed(value.VatNumber) ?? "";
        if (Is(nameof(Customer.Newsletter)))
            body["emailoptout"] = value.Newsletter == false ? "1" : "0";
        if (Is(nameof(Customer.PrivateNote)))
            body["description"] = Texts.Trimmed(value.PrivateNote) ?? "";
        return body;
    }

    public static JsonObject Person(Customer value, IReadOnlySet<string>? fields, VtigerOptions options)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Customer.Salutation)))
            body["salutationtype"] = Texts.Trimmed(value.Salutation) ?? "";
        if (Is(nameof(Customer.FirstName)))
            body["firstname"] = Texts.Trimmed(value.FirstName) ?? "";
        if (Is(nameof(Customer.LastName)))
            body["lastname"] = Texts.Trimmed(value.LastName) ?? options.TextDefault ?? "";
        if (Is(nameof(Customer.Email)))
            body["email"] = Texts.Trimmed(value.Email) ?? "";
        if (Is(nameof(Customer.Mobile)))
            body["mobile"] = Texts.Trimmed(value.Mobile) ?? "";
        if (Is(nameof(Customer.Birthday)))
            body["birthday"] = value.Birthday is { } day ? JsonValues.Day(day) : "";
        if (Is(nameof(Customer.Origin)))
            body["leadsource"] = Texts.Trimmed(value.Origin) ?? "";
        return body;
    }

    /// <summary>The fields of a contact that is a customer without account.</summary>
    public static JsonObject Contact(Customer value, IReadOnlySet<string>? fields, VtigerOptions options)
    {
        var body = Person(value, fields, options);
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Customer.Phone)))
            body["phone"] = Texts.Trimmed(value.Phone) ?? "";
        if (Is(nameof(Customer.Newsletter)))
            body["emailoptout"] = value.Newsletter == false ? "1" : "0";
        if (Is(nameof(Customer.PrivateNote)))
            body["description"] = Texts.Trimmed(value.PrivateNote) ?? "";
        return body;
    }

    /// <summary>The fields of a lead that is a customer who has not ordered.</summary>
    public static JsonObject Lead(Customer value, IReadOnlySet<string>? fields, VtigerOptions options)
    {
        var body = Contact(value, fields, options);
        body.Remove("birthday");
        if (fields?.Contains(nameof(Customer.Company)) != false)
            body["company"] = Texts.Trimmed(value.Company) ?? "";
        if (fields?.Contains(nameof(Customer.Website)) != false)
            body["website"] = Texts.Trimmed(value.Website) ?? "";
        return body;
    }

    /// <summary>Whether a customer has anything that only a contact can hold.</summary>
    public static bool HasPerson(Customer value) =>
        Texts.Trimmed(value.Company) is null || (Texts.Trimmed(value.FirstName) ?? Texts.Trimmed(value.LastName) ?? Texts.Trimmed(value.Salutation) ?? Texts.Trimmed(value.Mobile)) is not null || value.Birthday is not null;

    public static Customer Normalise(Customer value, VtigerOptions options, Func<TextMap, TextMap> custom)
    {
        var company = Texts.Stored(value.Company, Modules.Accounts, "accountname");
        var (first, last, email) = (Texts.Stored(value.FirstName, Modules.Contacts, "firstname"), Texts.Stored(value.LastName, Modules.Contacts, "lastname"), Texts.Stored(value.Email, Modules.Accounts, "email1"));
        var hasPerson = HasPerson(value);
        var isPerson = company is null || (hasPerson && string.Equals(company, PersonName(first, last, email), StringComparison.OrdinalIgnoreCase));
        return value with
        {
            IsCompany = !isPerson,
            Company = isPerson ? null : company,
            Salutation = Texts.Trimmed(value.Salutation),
            FirstName = first,
            LastName = last,
            Email = email,
            Phone = Texts.Stored(value.Phone, Modules.Accounts, "phone"),
            Mobile = Texts.Stored(value.Mobile, Modules.Contacts, "mobile"),
            Website = Texts.Stored(value.Website, Modules.Accounts, "website"),
            VatNumber = Texts.Stored(value.VatNumber),
            Newsletter = value.Newsletter ?? true,
            PrivateNote = Texts.Stored(value.PrivateNote),
            Origin = hasPerson ? Texts.Trimmed(value.Origin) ?? options.LeadSource : null,
            Custom = custom(value.Custom),
        };
    }

    private static string? Suffix(string? email) => Texts.Trimmed(email) is { } address ? $" ({address})" : null;

    private static string? Bare(string? name, string? email) =>
        name is not null && Suffix(email) is { } suffix && name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? Texts.Trimmed(name[..^suffix.Length]) : name;
}
