using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Between third parties and customers: pure functions.</summary>
internal static class CustomerMapping
{
    public const string Element = "thirdparty";
    private const string Private = "8";

    /// <summary>The registration numbers by country, in the order of <c>idprof1</c> to <c>idprof6</c>; other countries use the column's own name.</summary>
    private static readonly Dictionary<string, string[]> Registrations = new(StringComparer.Ordinal)
    {
        ["FR"] = ["siren", "siret", "ape", "rcs"],
        ["ES"] = ["dni"],
        ["DE"] = ["hrb"],
    };

    /// <exception cref="ConnectorException">A value cannot be read; it is named.</exception>
    public static Remote<Customer> Read(JsonElement json, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields)
    {
        var row = new RowReader(json, EntityKind.Customer);
        var name = Notes.Plain(row.Text("name")) ?? throw row.Unreadable("name", "The third party has no name.");
        var isPerson = row.Text("typent_id") == Private || row.Text("typent_code") == "TE_PRIVATE";
        var (first, last) = isPerson ? Names.Split(name) : (null, null);
        var country = row.Text("country_code") ?? setup.CountryCode ?? "";
        return new Remote<Customer>(RemoteId.From(row.Id), new Customer
        {
            Code = row.Text("code_client"),
            IsCompany = !isPerson,
            Company = isPerson ? null : name,
            FirstName = first,
            LastName = last,
            Email = row.Text("email"),
            Phone = row.Text("phone"),
            Mobile = HasMobile(setup) ? row.Text("phone_mobile") : null,
            Website = row.Text("url"),
            VatNumber = row.Text("tva_intra"),
            Registrations = TextMap.From(Enumerable.Range(1, 6).Select(number => (Key: Key(country, number), Text: Notes.Plain(row.Text($"idprof{number}")))).Where(entry => entry.Text is not null).Select(entry => new KeyValuePair<string, string>(entry.Key, entry.Text!))),
            Language = row.Text("default_lang") is { } locale ? DolibarrSetup.LanguageOf(locale) : null,
            Currency = row.Currency("multicurrency_code"),
            PriceGroup = HasLevels(setup) && row.Whole("price_level") is { } level and > 0 ? new Ref(EntityKind.CustomerGroup, new RemoteId($"level:{JsonValues.Invariant(level)}")) : null,
            Active = row.Text("status") != "0",
            CreditLimit = setup.Currency is { } currency && row.Number("outstanding_limit") is { } limit ? new Money(limit, currency) : null,
            PrivateNote = Notes.Read(row.Text("note_private")),
            Custom = fields.Read(json, Element, options.CustomerFields, setup.OffsetAt),
            RegisteredAt = row.Instant("date_creation", setup.ZoneOffset),
        })
        {
            ModifiedAt = row.Instant("date_modification", setup.ZoneOffset),
            Label = name,
            Native = json,
        };
    }

    public static Customer Normalise(Customer value, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields)
    {
        var isCompany = IsCompany(value);
        var (first, last) = isCompany ? (null, null) : Names.Split(Name(value, setup));
        return value with
        {
            Code = Notes.Line(value.Code, setup, 24),
            IsCompany = isCompany,
            Company = isCompany ? Name(value, setup) : null,
            FirstName = first,
            LastName = last,
            Email = Notes.Line(value.Email, setup, 128),
            Phone = Notes.Line(value.Phone, setup, 20),
            Mobile = Notes.Line(value.Mobile, setup, 20),
            Website = Notes.Line(value.Website, setup),
            VatNumber = Notes.Line(value.VatNumber, setup, 20) is { } vat ? string.Concat(vat.Where(character => !char.IsWhiteSpace(character))) : null,
            Registrations = TextMap.From(value.Registrations.Where(entry => Number(setup.CountryCode ?? "", entry.Key) is not null).Select(entry => new KeyValuePair<string, string>(entry.Key, Notes.Line(entry.Value, setup, 128) ?? "")).Where(entry => entry.Value.Length > 0)),
            Language = value.Language is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
            Groups = CustomerGroups.Normalise(value.Groups),
            Active = value.Active ?? true,
            CreditLimit = value.CreditLimit is { } limit && limit.Currency == setup.Currency ? limit.Round(8) : null,
            PrivateNote = Notes.Normalise(value.PrivateNote, setup),
            Custom = fields.Normalise(value.Custom, Element, options.CustomerFields, setup),
        };
    }

    /// <exception cref="ConnectorException">A value cannot be sent.</exception>
    public static JsonObject ToCreate(Creation<Customer> creation, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields)
    {
        var value = creation.Value;
        var body = new JsonObject
        {
            ["client"] = (int)options.NewCustomersAs,
            ["code_client"] = Notes.Line(value.Code, setup, 24) ?? "auto",
            ["ref_ext"] = creation.Token,
            ["caller"] = "erpsync",
        };
        Write(body, value, new Customer { Active = true, IsCompany = null }, _ => true, default, setup, options, fields);
        return body;
    }

    /// <exception cref="ConnectorException">A value cannot be sent.</exception>
    public static JsonObject ToUpdate(Revision<Customer> revision, JsonElement row, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields)
    {
        var body = new JsonObject { ["caller"] = "erpsync" };
        if (revision.Fields.Contains(nameof(Customer.Code)) && Notes.Line(revision.Wanted.Code, setup, 24) is { } code)
            body["code_client"] = code;
        Write(body, revision.Wanted, revision.Current.Value, name => revision.Fields.Contains(name, StringComparer.Ordinal), row, setup, options, fields);
        return body;
    }

    /// <summary>The texts that are sent, for explaining a refusal of the database.</summary>
    public static IEnumerable<string> Texts(Customer value) => new[] { value.Company, value.FirstName, value.LastName, value.PrivateNote }.OfType<string>().Concat(value.Custom.Select(entry => entry.Value));

    public static bool HasMobile(DolibarrSetup setup) => setup.Major is 0 or >= 20;

    public static bool HasLevels(DolibarrSetup setup) => setup.Prices == PriceStore.Levels;

    private static void Write(JsonObject body, Customer value, Customer old, Func<string, bool> has, JsonElement row, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields)
    {
        if (has(nameof(Customer.Company)) || has(nameof(Customer.FirstName)) || has(nameof(Customer.LastName)) || has(nameof(Customer.IsCompany)))
        {
            body["name"] = Name(value, setup) ?? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.NameMissing, "Dolibarr takes no third party without a name.") { Field = value.IsCompany == true ? nameof(Customer.Company) : nameof(Customer.LastName) });
            var isPerson = !IsCompany(value);
            if (isPerson || row.Text("typent_id") == Private)
                body["typent_id"] = isPerson ? 8 : 0;
        }

        Text(nameof(Customer.Email), "email", value.Email);
        Text(nameof(Customer.Phone), "phone", value.Phone);
        if (HasMobile(setup))
            Text(nameof(Customer.Mobile), "phone_mobile", value.Mobile);
        Text(nameof(Customer.Website), "url", value.Website);
        Text(nameof(Customer.VatNumber), "tva_intra", value.VatNumber);
        if (has(nameof(Customer.Registrations)))
        {
            foreach (var number in Enumerable.Range(1, 6))
            {
                var key = Key(row.Text("country_code") ?? setup.CountryCode ?? "", number);
                if (value.Registrations[key] is not null || old.Registrations[key] is not null)
                    body[$"idprof{number}"] = value.Registrations[key] ?? "";
            }
        }

        if (has(nameof(Customer.Language)) && (value.Language is not null || old.Language is not null))
            body["default_lang"] = Locale(value.Language, row.Text("default_lang")) ?? "";
        if (has(nameof(Customer.Currency)) && (value.Currency is not null || old.Currency is not null))
            body["multicurrency_code"] = value.Currency?.Value ?? "";
        if (has(nameof(Customer.Active)) && value.Active is { } active)
            body["status"] = active ? 1 : 0;
        if (has(nameof(Customer.CreditLimit)) && (value.CreditLimit is not null || old.CreditLimit is not null))
        {
            if (value.CreditLimit is { } limit)
                PriceMapping.RequireCurrency(limit, setup, nameof(Customer.CreditLimit));
            body["outstanding_limit"] = value.CreditLimit is { } money ? JsonValues.Invariant(money.Round(8).Amount) : null;
        }

        Text(nameof(Customer.PrivateNote), "note_private", value.PrivateNote);
        if (has(nameof(Customer.Custom)))
            fields.Write(body, value.Custom, old.Custom, Element, options.CustomerFields, setup.OffsetAt);

        void Text(string field, string column, string? text)
        {
            if (has(field) && (text is not null || !row.IsNothing()))
                body[column] = text ?? "";
        }
    }

    private static bool IsNothing(this JsonElement row) => row.ValueKind == JsonValueKind.Undefined;

    private static bool IsCompany(Customer value) => value.IsCompany ?? value.Company is { Length: > 0 };

    private static string? Name(Customer value, DolibarrSetup setup)
    {
        var person = Names.Join(value.FirstName, value.LastName);
        return Notes.Line(IsCompany(value) ? value.Company ?? person : person ?? value.Company, setup, 128) ?? Notes.Line(value.Email, setup, 128);
    }

    /// <summary>A locale of the language: the present one, or the language's own country.</summary>
    public static string? Locale(string? language, string? present)
    {
        if (language is not { Length: >= 2 })
            return null;
        var code = language[..2].ToLowerInvariant();
        return present is not null && DolibarrSetup.LanguageOf(present) == code ? present : $"{code}_{code switch { "en" => "US", "da" => "DK", "sv" => "SE", "cs" => "CZ", "el" => "GR", "et" => "EE", "ja" => "JP", "ko" => "KR", "sl" => "SI", "uk" => "UA", "zh" => "CN", "ca" => "ES", "nb" => "NO", _ => code.ToUpperInvariant() }}";
    }

    private static string Key(string country, int number) => Registrations.TryGetValue(country, out var names) && number <= names.Length ? names[number - 1] : $"idprof{number}";

    private static int? Number(string country, string key) => Enumerable.Range(1, 6).Where(number => Key(country, number) == key).Select(number => (int?)number).FirstOrDefault();
}
