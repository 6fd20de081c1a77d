using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Contacts: persons, mostly at an account. vtiger lets two have one e-mail address.</summary>
internal sealed class ContactKind(VtigerSession session) : WritingKind<Contact>(session, Modules.Contacts), IKeyFinder<Contact>
{
    private static readonly string[] Fixed = ["id", "modifiedtime", "account_id", "salutationtype", "firstname", "lastname", "title", "email", "phone", "mobile", "birthday", "leadsource", "emailoptout", "description"];

    public override KindProfile<Contact> Profile
    {
        get
        {
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Contact.Customer), nameof(Contact.Salutation), nameof(Contact.FirstName), nameof(Contact.LastName), nameof(Contact.Position), nameof(Contact.Email), nameof(Contact.Phone), nameof(Contact.Mobile),
                nameof(Contact.Address), nameof(Contact.OtherAddress), nameof(Contact.Newsletter), nameof(Contact.Birthday), nameof(Contact.PrivateNote), nameof(Contact.Origin),
            };
            if (Custom(Modules.Contacts).Count > 0)
                read.Add(nameof(Contact.Custom));
            return new KindProfile<Contact> { ReadFields = read, Normalise = Normalise, DateTrust = DateTrust.Full, WriteTimeout = Session.Options.AttemptTimeout };
        }
    }

    public string KeyName => "email";

    public async IAsyncEnumerable<ReadResult<Contact>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var wanted = keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        await foreach (var result in FindAsync(run, Modules.Contacts, "email", keys, cancellationToken))
        {
            if (result.Record is not { } record || (record.Value.Email is { } email && wanted.Contains(email)))
                yield return result;
        }
    }

    public static Remote<Contact> Read(RowReader row, string? filling, Func<RowReader, TextMap> custom) => new(row.Id, new Contact
    {
        Customer = row.Ref("account_id", EntityKind.Customer),
        Salutation = row.Text("salutationtype"),
        FirstName = row.Text("firstname"),
        LastName = row.Text("lastname") is { } name && name != filling ? name : null,
        Position = row.Text("title"),
        Email = row.Text("email"),
        Phone = row.Text("phone"),
        Mobile = row.Text("mobile"),
        Address = PlaceFields.Mailing.Read(row, filling),
        OtherAddress = PlaceFields.Other.Read(row, filling),
        Newsletter = row.Has("emailoptout") ? !row.Flag("emailoptout") : null,
        Birthday = row.Day("birthday"),
        PrivateNote = row.Text("description"),
        Origin = row.Text("leadsource"),
        Custom = custom(row),
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = row.Text("email") ?? row.Text("lastname"),
    };

    protected override IEnumerable<string> Columns(string module) => Fixed.Concat(PlaceFields.Mailing.All).Concat(PlaceFields.Other.All).Concat(Custom(module));

    protected override Task<IReadOnlyList<ReadResult<Contact>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadResult<Contact>>>([.. rows.Select(row => Map(row, reader => Read(reader, Session.Options.TextDefault, one => CustomOf(one, module))))]);

    protected override JsonObject Body(VtigerRun run, string module, Contact value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Contact.Customer)))
            Put(body, "account_id", value.Customer?.Id.Value);
        if (Is(nameof(Contact.Salutation)))
            Put(body, "salutationtype", Texts.Trimmed(value.Salutation));
        if (Is(nameof(Contact.FirstName)))
            Put(body, "firstname", Texts.Trimmed(value.FirstName));
        if (Is(nameof(Contact.LastName)))
            Put(body, "lastname", Texts.Trimmed(value.LastName) ?? Session.Options.TextDefault);
        if (Is(nameof(Contact.Position)))
            Put(body, "title", Texts.Trimmed(value.Position));
        if (Is(nameof(Contact.Email)))
            Put(body, "email", Texts.Trimmed(value.Email));
        if (Is(nameof(Contact.Phone)))
            Put(body, "phone", Texts.Trimmed(value.Phone));
        if (Is(nameof(Contact.Mobile)))
            Put(body, "mobile", Texts.Trimmed(value.Mobile));
        if (Is(nameof(Contact.Address)))
            PlaceFields.Mailing.Write(body, value.Address, Session.Country);
        if (Is(nameof(Contact.OtherAddress)))
            PlaceFields.Other.Write(body, value.OtherAddress, Session.Country);
        if (Is(nameof(Contact.Newsletter)))
            Put(body, "emailoptout", value.Newsletter == false ? "1" : "0");
        if (Is(nameof(Contact.Birthday)))
            Put(body, "birthday", value.Birthday is { } day ? JsonValues.Day(day) : null);
        if (Is(nameof(Contact.PrivateNote)))
            Put(body, "description", Texts.Trimmed(value.PrivateNote));
        if (Is(nameof(Contact.Origin)))
            Put(body, "leadsource", Texts.Trimmed(value.Origin));
        if (Is(nameof(Contact.Custom)))
            PutCustom(body, module, value.Custom);
        return body;
    }

    private Contact Normalise(Contact value) => value with
    {
        Salutation = Texts.Trimmed(value.Salutation),
        FirstName = Stored(value.FirstName, "firstname"),
        LastName = Stored(value.LastName, "lastname"),
        Position = Stored(value.Position, "title"),
        Email = Stored(value.Email, "email"),
        Phone = Stored(value.Phone, "phone"),
        Mobile = Stored(value.Mobile, "mobile"),
        Address = PlaceFields.Mailing.Stored(value.Address, Modules.Contacts, Session.Country),
        OtherAddress = PlaceFields.Other.Stored(value.OtherAddress, Modules.Contacts, Session.Country),
        Newsletter = value.Newsletter ?? true,
        PrivateNote = Texts.Stored(value.PrivateNote),
        Origin = Texts.Trimmed(value.Origin) ?? Session.Options.LeadSource,
        Custom = CustomStored(value.Custom, Modules.Contacts),
    };

    private static string? Stored(string? text, string field) => Texts.Stored(text, Modules.Contacts, field);
}
