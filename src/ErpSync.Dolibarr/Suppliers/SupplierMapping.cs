using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Between third parties that are suppliers and records: pure functions.</summary>
internal static class SupplierMapping
{
    /// <summary>The properties that are read of a supplier.</summary>
    public const string Properties = "id,name,ref_ext,code_fournisseur,fournisseur,client,email,phone,url,tva_intra,address,zip,town,country_id,country_code,default_lang,status,note_private,multicurrency_code,date_modification";

    private const int LongestName = 128;

    /// <summary>True for a third party that is a supplier.</summary>
    public static bool IsSupplier(JsonElement json) => json.Text("fournisseur") is "1";

    /// <exception cref="ConnectorException">A value cannot be read; it is named.</exception>
    public static Remote<Supplier> Read(JsonElement json, DolibarrSetup setup)
    {
        var row = new RowReader(json, EntityKind.Supplier);
        return new Remote<Supplier>(RemoteId.From(row.Id), new Supplier
        {
            Code = row.Text("code_fournisseur"),
            Name = Shown(row.Text("name")),
            Email = row.Text("email"),
            Phone = row.Text("phone"),
            Website = row.Text("url"),
            VatNumber = row.Text("tva_intra"),
            Address = Address(row),
            Language = row.Text("default_lang") is { } locale ? DolibarrSetup.LanguageOf(locale) : null,
            Currency = setup.HasMultiCurrency == true ? row.Currency("multicurrency_code") : null,
            Active = row.Text("status") is not "0",
            PrivateNote = Notes.ReadRich(row.Text("note_private")),
        })
        {
            ModifiedAt = row.Instant("date_modification", setup.ZoneOffset),
            Label = Shown(row.Text("name")),
            Native = json,
        };
    }

    public static Supplier Normalise(Supplier value, DolibarrSetup setup) => value with
    {
        Code = Line(value.Code, setup, 24),
        Name = Line(value.Name, setup, LongestName),
        Email = Line(value.Email, setup, 128),
        Phone = Line(value.Phone, setup, 20),
        Website = Line(value.Website, setup, 255),
        VatNumber = Line(value.VatNumber, setup, 20),
        Address = Normalise(value.Address, setup),
        Language = value.Language is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
        Currency = setup.HasMultiCurrency == true ? value.Currency : null,
        Description = LocalizedText.Empty,
        Active = value.Active ?? true,
        PrivateNote = Notes.NormaliseRich(value.PrivateNote, setup),
        Custom = TextMap.Empty,
    };

    /// <summary>The body of a create, or of an update of the named fields.</summary>
    /// <param name="value">What is wanted.</param>
    /// <param name="has">Whether a field is to be sent.</param>
    /// <param name="locale">The present locale; null for none.</param>
    /// <param name="setup">The setup.</param>
    /// <param name="countries">The dictionary of countries.</param>
    /// <exception cref="ConnectorException">A value cannot be sent.</exception>
    public static JsonObject Body(Supplier value, Func<string, bool> has, string? locale, DolibarrSetup setup, CountryBook countries)
    {
        var wanted = Normalise(value, setup);
        var body = new JsonObject { ["caller"] = "erpsync" };
        if (has(nameof(Supplier.Name)))
            body["name"] = wanted.Name ?? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, "dolibarr.name-missing", "Dolibarr takes no supplier without a name.") { Field = nameof(Supplier.Name) });
        Text(nameof(Supplier.Email), "email", wanted.Email);
        Text(nameof(Supplier.Phone), "phone", wanted.Phone);
        Text(nameof(Supplier.Website), "url", wanted.Website);
        Text(nameof(Supplier.VatNumber), "tva_intra", wanted.VatNumber);
        if (has(nameof(Supplier.Address)))
            WriteAddress(body, wanted.Address, countries);
        if (has(nameof(Supplier.Language)))
            body["default_lang"] = CustomerMapping.Locale(wanted.Language, locale) ?? "";
        if (has(nameof(Supplier.Currency)) && setup.HasMultiCurrency == true)
            body["multicurrency_code"] = wanted.Currency?.Value ?? "";
        if (has(nameof(Supplier.Active)) && wanted.Active is { } active)
            body["status"] = active ? 1 : 0;
        if (has(nameof(Supplier.PrivateNote)))
            body["note_private"] = Notes.WriteRich(wanted.PrivateNote, setup);
        return body;

        void Text(string field, string column, string? text)
        {
            if (has(field))
                body[column] = text ?? "";
        }
    }

    private static PostalAddress? Address(RowReader row)
    {
        var lines = (row.Text("address") ?? "").ReplaceLineEndings("\n").Split('\n', 2, StringSplitOptions.TrimEntries);
        var address = new PostalAddress
        {
            Line1 = Shown(lines[0]),
            Line2 = lines.Length > 1 ? Shown(lines[1].Replace("\n", ", ", StringComparison.Ordinal)) : null,
            Postcode = Shown(row.Text("zip")),
            City = Shown(row.Text("town")),
            Country = row.Text("country_code"),
        };
        return address.IsEmpty ? null : address;
    }

    private static PostalAddress? Normalise(PostalAddress? value, DolibarrSetup setup)
    {
        var lines = new[] { Line(value?.Line1, setup, 120), Line(value?.Line2, setup, 120) }.OfType<string>().ToArray();
        var address = new PostalAddress
        {
            Line1 = lines.ElementAtOrDefault(0),
            Line2 = lines.ElementAtOrDefault(1),
            Postcode = Line(value?.Postcode, setup, 25),
            City = Line(value?.City, setup, 50),
            Country = value?.Country is { Length: > 0 } country ? country.Trim().ToUpperInvariant() : null,
        };
        return address.IsEmpty ? null : address;
    }

    private static void WriteAddress(JsonObject body, PostalAddress? address, CountryBook countries)
    {
        body["address"] = string.Join('\n', new[] { address?.Line1, address?.Line2 }.OfType<string>());
        body["zip"] = address?.Postcode ?? "";
        body["town"] = address?.City ?? "";
        body["country_id"] = countries.IdOf(address?.Country) ?? 0;
    }

    private static string? Line(string? text, DolibarrSetup setup, int longest)
    {
        if (text is null || TextRules.Plain(text, setup).ReplaceLineEndings(" ") is not { Length: > 0 } plain)
            return null;
        return plain.Length <= longest ? plain : plain[..(char.IsHighSurrogate(plain[longest - 1]) ? longest - 1 : longest)].TrimEnd();
    }

    private static string? Shown(string? text) => text is null || TextRules.Decoded(text).Trim() is not { Length: > 0 } shown ? null : shown;
}
