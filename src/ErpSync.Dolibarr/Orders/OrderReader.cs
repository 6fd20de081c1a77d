using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads sales orders, with the addresses of their contacts.</summary>
internal sealed class OrderReader(TradeSession session) : RecordReader<Order>(session, "orders"), IKind<Order>, IKeyFinder<Order>
{
    public KindProfile<Order> Profile
    {
        get
        {
            var (setup, trade, options) = (Session.Setup, Session.Trade, Session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Order.Reference), nameof(Order.Date), nameof(Order.Customer), nameof(Order.Contact), nameof(Order.BillingAddress), nameof(Order.DeliveryAddress), nameof(Order.BillTo), nameof(Order.DeliverTo), nameof(Order.Lines),
                nameof(Order.Currency), nameof(Order.ConversionRate), nameof(Order.TotalNet), nameof(Order.TotalTax), nameof(Order.TotalGross), nameof(Order.Stage), nameof(Order.IsInvoiced), nameof(Order.PaymentMethod),
                nameof(Order.PaymentTerms), nameof(Order.BankAccount), nameof(Order.Carrier), nameof(Order.Warehouse), nameof(Order.DeliveryDate), nameof(Order.CustomerNote), nameof(Order.PrivateNote), nameof(Order.Custom),
            };
            if (options.OrderFields.Count == 0)
                read.Remove(nameof(Order.Custom));
            var written = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Order.Reference), nameof(Order.Date), nameof(Order.Contact), nameof(Order.BillingAddress), nameof(Order.DeliveryAddress), nameof(Order.BillTo), nameof(Order.DeliverTo), nameof(Order.Lines), nameof(Order.Stage), nameof(Order.IsInvoiced),
                nameof(Order.PaymentMethod), nameof(Order.PaymentTerms), nameof(Order.BankAccount), nameof(Order.Carrier), nameof(Order.DeliveryDate), nameof(Order.CustomerNote), nameof(Order.PrivateNote), nameof(Order.Custom),
            };
            written.IntersectWith(read);
            return new KindProfile<Order>
            {
                ReadFields = read,
                WrittenFields = written,
                Normalise = value => OrderMapping.Normalise(value, setup, trade, options, Session.ExtraFields),
                DateTrust = DateTrust.Partial,
                FindBatch = 100,
                WriteBatch = 20,
                Writers = 1,
                SharesWriter = true,
                WriteTimeout = options.AttemptTimeout,
            };
        }
    }

    public string KeyName => "reference";

    protected override string ListProperties => "id,date_modification,status,statut,billed,contacts_ids";

    protected override bool HasExtraFields => Session.Options.OrderFields.Count > 0;

    public IAsyncEnumerable<ReadResult<Order>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        FindByColumnAsync("t.ref_client", keys, static order => order.Reference, cancellationToken);

    protected override bool HasRolesToSweep(JsonElement row) => (row.Text("status") ?? row.Text("statut")) is "0" or "1" or "2" && row.Get("contacts_ids").Items().Any();

    protected override string? StampOf(JsonElement row) => OrderMapping.Stamp(row);

    internal override async Task<Remote<Order>> MapAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken) =>
        await MapAsync(row, await DocumentContacts.ReadAsync(row, "orders", run, cancellationToken), run, await ProductKinds.OfAsync(row, run, cancellationToken), cancellationToken);

    internal static async Task<Remote<Order>> MapAsync(JsonElement row, DocumentContacts contacts, TradeRun run, Func<long, EntityKind> productKind, CancellationToken cancellationToken) => OrderMapping.Read(
        row, contacts, run.Setup, await run.Trade.GetAsync(cancellationToken), run.Options, await run.Services.GetAsync(cancellationToken), run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown, productKind);
}
