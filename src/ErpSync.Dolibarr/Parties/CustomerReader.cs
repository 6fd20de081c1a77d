using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads third parties that are customers, prospects, or both; found by e-mail address with a filter, because the path for it answers a blank record when two have the same.</summary>
internal sealed class CustomerReader(TradeSession session) : RecordReader<Customer>(session, "thirdparties"), IKind<Customer>, IKeyFinder<Customer>
{
    public KindProfile<Customer> Profile
    {
        get
        {
            var (setup, options) = (Session.Setup, Session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Customer.Code), nameof(Customer.IsCompany), nameof(Customer.Company), nameof(Customer.FirstName), nameof(Customer.LastName), nameof(Customer.Email), nameof(Customer.Phone),
                nameof(Customer.Mobile), nameof(Customer.Website), nameof(Customer.VatNumber), nameof(Customer.Registrations), nameof(Customer.Language), nameof(Customer.Currency), nameof(Customer.PriceGroup), nameof(Customer.Groups), nameof(Customer.PaymentTerms),
                nameof(Customer.Active), nameof(Customer.CreditLimit), nameof(Customer.PrivateNote), nameof(Customer.Custom),
            };
            if (options.CustomerFields.Count == 0)
                read.Remove(nameof(Customer.Custom));
            if (!CustomerMapping.HasMobile(setup))
                read.Remove(nameof(Customer.Mobile));
            if (!CustomerMapping.HasLevels(setup))
                read.Remove(nameof(Customer.PriceGroup));
            if (!setup.HasCategories)
                read.Remove(nameof(Customer.Groups));
            if (!Session.HasTerms)
                read.Remove(nameof(Customer.PaymentTerms));
            return new KindProfile<Customer>
            {
                ReadFields = read,
                Normalise = value => CustomerMapping.Normalise(value, setup, options, Session.ExtraFields),
                // Links with categories bump no date; the sweep finds them.
                DateTrust = setup.HasCategories ? DateTrust.Partial : DateTrust.Full,
                FindBatch = 200,
                WriteBatch = 50,
                Writers = 1,
                SharesWriter = true,
                WriteTimeout = options.AttemptTimeout,
            };
        }
    }

    public string KeyName => "email";

    protected override string Filter => "(t.client:>:0)";

    protected override bool HasExtraFields => Session.Options.CustomerFields.Count > 0;

    public IAsyncEnumerable<ReadResult<Customer>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        FindByColumnAsync("t.email", keys, static customer => customer.Email?.Trim().ToLowerInvariant(), cancellationToken);

    protected override bool IsOurs(JsonElement row) => row.Whole("client") is > 0;

    protected override void BeginFullRead(TradeRun run) => run.Groups.Forget();

    internal override async Task<Remote<Customer>> MapAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken)
    {
        var customer = CustomerMapping.Read(row, run.Setup, run.Options, run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown);
        return customer with
        {
            Value = customer.Value with
            {
                Groups = Numbers.Of(customer.Id) is { } id ? (await run.Groups.GetAsync(cancellationToken)).Of(id) : RefSet.Empty,
                PaymentTerms = (await run.Dictionaries.GetAsync(cancellationToken)).TermCode(row.Whole("cond_reglement_id")),
            },
        };
    }
}
