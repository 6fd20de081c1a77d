using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads contacts.</summary>
internal sealed class ContactReader(TradeSession session) : RecordReader<Contact>(session, "contacts"), IKind<Contact>, IKeyFinder<Contact>
{
    public KindProfile<Contact> Profile
    {
        get
        {
            var (setup, options) = (Session.Setup, Session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Contact.Customer), nameof(Contact.Salutation), nameof(Contact.FirstName), nameof(Contact.LastName), nameof(Contact.Position), nameof(Contact.Email), nameof(Contact.Phone), nameof(Contact.Mobile),
                nameof(Contact.Address), nameof(Contact.Language), nameof(Contact.Active), nameof(Contact.PrivateNote), nameof(Contact.Custom), nameof(Contact.Roles),
            };
            if (options.ContactFields.Count == 0)
                read.Remove(nameof(Contact.Custom));
            return new KindProfile<Contact>
            {
                ReadFields = read,
                Normalise = value => ContactMapping.Normalise(value, setup, options, Session.ExtraFields),
                DateTrust = DateTrust.Partial,
                FindBatch = 200,
                WriteBatch = 50,
                Writers = 1,
                SharesWriter = true,
                WriteTimeout = options.AttemptTimeout,
            };
        }
    }

    public string KeyName => "email";

    // Roles bump no date; a list tells them in every version, a single contact only when it is asked.
    protected override string ListProperties => "id,roles";

    protected override bool HasExtraFields => Session.Options.ContactFields.Count > 0;

    public IAsyncEnumerable<ReadResult<Contact>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        FindByColumnAsync("t.email", keys, static contact => contact.Email?.Trim().ToLowerInvariant(), cancellationToken);

    protected override string? StampOf(JsonElement row) => ContactTypes.Stamp(row);

    internal override async Task<Remote<Contact>> MapAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken) =>
        ContactMapping.Read(row, run.Setup, run.Options, await run.Countries.GetAsync(cancellationToken), run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown);
}
