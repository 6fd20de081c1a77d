using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Suppliers, vtiger's vendors. Their number is vtiger's own; two may have one name.</summary>
internal sealed class SupplierKind(VtigerSession session) : WritingKind<Supplier>(session, Modules.Vendors), IKeyFinder<Supplier>
{
    private static readonly string[] Fixed = ["id", "modifiedtime", "vendorname", "email", "phone", "website", "description"];

    public override KindProfile<Supplier> Profile
    {
        get
        {
            var read = new HashSet<string>(StringComparer.Ordinal) { nameof(Supplier.Name), nameof(Supplier.Email), nameof(Supplier.Phone), nameof(Supplier.Website), nameof(Supplier.Address), nameof(Supplier.PrivateNote) };
            if (Custom(Modules.Vendors).Count > 0)
                read.Add(nameof(Supplier.Custom));
            return new KindProfile<Supplier> { ReadFields = read, Normalise = Normalise, DateTrust = DateTrust.Full, RequiredKey = "name", WriteTimeout = Session.Options.AttemptTimeout };
        }
    }

    public string KeyName => "name";

    public async IAsyncEnumerable<ReadResult<Supplier>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var wanted = keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        await foreach (var result in FindAsync(run, Modules.Vendors, "vendorname", keys, cancellationToken))
        {
            if (result.Record is not { } record || (record.Value.Name is { } name && wanted.Contains(name)))
                yield return result;
        }
    }

    protected override IEnumerable<string> Columns(string module) => Fixed.Concat(PlaceFields.Vendor.All).Concat(Custom(module));

    protected override Task<IReadOnlyList<ReadResult<Supplier>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadResult<Supplier>>>([.. rows.Select(row => Map(row, reader => Read(reader, Session.Options.TextDefault, one => CustomOf(one, module))))]);

    public static Remote<Supplier> Read(RowReader row, string? filling, Func<RowReader, TextMap> custom) => new(row.Id, new Supplier
    {
        Name = row.Text("vendorname"),
        Email = row.Text("email"),
        Phone = row.Text("phone"),
        Website = row.Text("website"),
        Address = PlaceFields.Vendor.Read(row, filling),
        PrivateNote = row.Text("description"),
        Custom = custom(row),
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = row.Text("vendorname"),
    };

    protected override JsonObject Body(VtigerRun run, string module, Supplier value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Supplier.Name)))
            Put(body, "vendorname", Texts.Trimmed(value.Name));
        if (Is(nameof(Supplier.Email)))
            Put(body, "email", Texts.Trimmed(value.Email));
        if (Is(nameof(Supplier.Phone)))
            Put(body, "phone", Texts.Trimmed(value.Phone));
        if (Is(nameof(Supplier.Website)))
            Put(body, "website", Texts.Trimmed(value.Website));
        if (Is(nameof(Supplier.Address)))
            PlaceFields.Vendor.Write(body, value.Address, Session.Country);
        if (Is(nameof(Supplier.PrivateNote)))
            Put(body, "description", Texts.Trimmed(value.PrivateNote));
        if (Is(nameof(Supplier.Custom)))
            PutCustom(body, module, value.Custom);
        return body;
    }

    private Supplier Normalise(Supplier value) => value with
    {
        Name = Texts.Stored(value.Name, Modules.Vendors, "vendorname"),
        Email = Texts.Stored(value.Email, Modules.Vendors, "email"),
        Phone = Texts.Stored(value.Phone, Modules.Vendors, "phone"),
        Website = Texts.Stored(value.Website, Modules.Vendors, "website"),
        Address = PlaceFields.Vendor.Stored(value.Address, Modules.Vendors, Session.Country),
        PrivateNote = Texts.Stored(value.PrivateNote),
        Custom = CustomStored(value.Custom, Modules.Vendors),
    };
}
