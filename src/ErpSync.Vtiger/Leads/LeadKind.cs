using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Leads. Converted ones are not found by queries any more; only retrieving them by id still gives them, without a sign of it.</summary>
internal sealed class LeadKind(VtigerSession session) : WritingKind<Lead>(session, Modules.Leads), IKeyFinder<Lead>
{
    private static readonly string[] Fixed = ["id", "modifiedtime", "firstname", "lastname", "company", "email", "phone", "mobile", "website", "leadsource", "leadstatus", "emailoptout", "description"];

    public override KindProfile<Lead> Profile
    {
        get
        {
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Lead.FirstName), nameof(Lead.LastName), nameof(Lead.Company), nameof(Lead.Email), nameof(Lead.Phone), nameof(Lead.Mobile), nameof(Lead.Website), nameof(Lead.Address),
                nameof(Lead.Origin), nameof(Lead.Status), nameof(Lead.Newsletter), nameof(Lead.Note),
            };
            if (Custom(Modules.Leads).Count > 0)
                read.Add(nameof(Lead.Custom));
            return new KindProfile<Lead> { ReadFields = read, Normalise = Normalise, DateTrust = DateTrust.Full, WriteTimeout = Session.Options.AttemptTimeout };
        }
    }

    public string KeyName => "email";

    public async IAsyncEnumerable<ReadResult<Lead>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var wanted = keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        await foreach (var result in FindAsync(run, Modules.Leads, "email", keys, cancellationToken))
        {
            if (result.Record is not { } record || (record.Value.Email is { } email && wanted.Contains(email)))
                yield return result;
        }
    }

    public static Remote<Lead> Read(RowReader row, string? filling, Func<RowReader, TextMap> custom) => new(row.Id, new Lead
    {
        FirstName = row.Text("firstname"),
        LastName = row.Text("lastname") is { } name && name != filling ? name : null,
        Company = row.Text("company") is { } company && company != filling ? company : null,
        Email = row.Text("email"),
        Phone = row.Text("phone"),
        Mobile = row.Text("mobile"),
        Website = row.Text("website"),
        Address = PlaceFields.Lead.Read(row, filling),
        Origin = row.Text("leadsource"),
        Status = row.Text("leadstatus"),
        Newsletter = row.Has("emailoptout") ? !row.Flag("emailoptout") : null,
        Note = row.Text("description"),
        Custom = custom(row),
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = row.Text("email") ?? row.Text("lastname"),
    };

    protected override IEnumerable<string> Columns(string module) => Fixed.Concat(PlaceFields.Lead.All).Concat(Custom(module));

    protected override Task<IReadOnlyList<ReadResult<Lead>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadResult<Lead>>>([.. rows.Select(row => Map(row, reader => Read(reader, Session.Options.TextDefault, one => CustomOf(one, module))))]);

    protected override JsonObject Body(VtigerRun run, string module, Lead value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Lead.FirstName)))
            Put(body, "firstname", Texts.Trimmed(value.FirstName));
        if (Is(nameof(Lead.LastName)))
            Put(body, "lastname", Texts.Trimmed(value.LastName) ?? (fields is null ? Texts.Trimmed(value.Company) : null) ?? Session.Options.TextDefault);
        if (Is(nameof(Lead.Company)))
            Put(body, "company", Texts.Trimmed(value.Company));
        if (Is(nameof(Lead.Email)))
            Put(body, "email", Texts.Trimmed(value.Email));
        if (Is(nameof(Lead.Phone)))
            Put(body, "phone", Texts.Trimmed(value.Phone));
        if (Is(nameof(Lead.Mobile)))
            Put(body, "mobile", Texts.Trimmed(value.Mobile));
        if (Is(nameof(Lead.Website)))
            Put(body, "website", Texts.Trimmed(value.Website));
        if (Is(nameof(Lead.Address)))
            PlaceFields.Lead.Write(body, value.Address, Session.Country);
        if (Is(nameof(Lead.Origin)))
            Put(body, "leadsource", Texts.Trimmed(value.Origin));
        if (Is(nameof(Lead.Status)))
            Put(body, "leadstatus", Texts.Trimmed(value.Status));
        if (Is(nameof(Lead.Newsletter)))
            Put(body, "emailoptout", value.Newsletter == false ? "1" : "0");
        if (Is(nameof(Lead.Note)))
            Put(body, "description", Texts.Trimmed(value.Note));
        if (Is(nameof(Lead.Custom)))
            PutCustom(body, module, value.Custom);
        return body;
    }

    private Lead Normalise(Lead value) => value with
    {
        FirstName = Stored(value.FirstName, "firstname"),
        LastName = Stored(value.LastName, "lastname"),
        Company = Stored(value.Company, "company"),
        Email = Stored(value.Email, "email"),
        Phone = Stored(value.Phone, "phone"),
        Mobile = Stored(value.Mobile, "mobile"),
        Website = Stored(value.Website, "website"),
        Address = PlaceFields.Lead.Stored(value.Address, Modules.Leads, Session.Country),
        Origin = Texts.Trimmed(value.Origin) ?? Session.Options.LeadSource,
        Status = Texts.Trimmed(value.Status),
        Newsletter = value.Newsletter ?? true,
        Note = Texts.Stored(value.Note),
        Custom = CustomStored(value.Custom, Modules.Leads),
    };

    private static string? Stored(string? text, string field) => Texts.Stored(text, Modules.Leads, field);
}
