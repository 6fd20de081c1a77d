namespace ErpSync.Recipes;

/// <summary>The three sets of statuses as they are at the shop, read at the beginning of each run.</summary>
internal sealed class StatusBook(OrderToCashOptions options)
{
    private readonly Dictionary<string, OrderStatusRule> _rules = options.StatusRules.ToDictionary(rule => rule.Status, StringComparer.Ordinal);
    private HashSet<string> _orders = [];
    private HashSet<string> _invoices = [];
    private HashSet<string> _payments = [];

    private bool _invoicesUnpaid;

    /// <summary>Whether the shop can be told of payments.</summary>
    public bool ShopTakesPayments { get; set; }

    public IReadOnlyList<Remote<OrderStatus>> Known { get; private set; } = [];

    public async Task LoadAsync(Connector shop, CancellationToken cancellationToken)
    {
        var known = new List<Remote<OrderStatus>>();
        if (shop.Find<IReader<OrderStatus>>() is { } reader)
        {
            await foreach (var result in reader.ReadAsync(cancellationToken))
            {
                if (result.Record is { } status && status.Value.Document == EntityKind.Order)
                    known.Add(status);
            }
        }

        Load(known);
    }

    public void Load(IReadOnlyList<Remote<OrderStatus>> known)
    {
        Known = known;
        var usable = known.Where(status => status.Value.Active != false && status.Value.Stage is not (OrderStage.Cancelled or OrderStage.Failed or OrderStage.Refunded)).ToList();
        _orders = Set(options.OrderStatuses) ?? Ids(usable.Where(status => status.Value.AllowsInvoice ?? (status.Value.IsPaid == true || status.Value.IsValid == true)));
        foreach (var rule in options.StatusRules)
            _ = rule.Action == OrderStatusAction.Import ? _orders.Add(rule.Status) : _orders.Remove(rule.Status);
        _invoices = Set(options.InvoiceStatuses) ?? [.. _orders];
        _invoicesUnpaid = _invoices.Except(Ids(known.Where(status => status.Value.IsPaid == true)), StringComparer.Ordinal).Any();
        _payments = Set(options.PaymentStatuses) ?? [.. Ids(known.Where(status => status.Value.IsPaid == true || (status.Value.IsPaid is null && status.Value.IsValid == true))).Where(_invoices.Contains)];
    }

    /// <summary>
    /// Whether an order may have been invoiced before it came into its status. Where the shop does not tell, an order that was never paid was not, unless orders are invoiced before they are paid.
    /// </summary>
    public bool MayHaveInvoice(Order order) => order.IsInvoiced ?? (_invoicesUnpaid || order.IsPaid != false);

    public bool TakesOrder(Order order) => IsIn(_orders, order);

    public bool TakesInvoice(Order order) => IsIn(_orders, order) && IsIn(_invoices, order);

    public bool TakesPayment(Order order) => TakesInvoice(order) && IsIn(_payments, order);

    /// <summary>The stage that the ERP's order gets.</summary>
    public OrderStage? StageOf(Order order) => order.Status is { } status && _rules.TryGetValue(status.Id.Value, out var rule) && rule.Stage is { } stage ? stage : order.Stage;

    /// <summary>What does not fit together, now that the shop's statuses are known.</summary>
    public IEnumerable<Finding> Findings(string shop)
    {
        var ids = Known.Select(status => status.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, set) in new[] { (nameof(options.OrderStatuses), _orders), (nameof(options.InvoiceStatuses), _invoices), (nameof(options.PaymentStatuses), _payments) })
        {
            foreach (var unknown in set.Where(id => ids.Count > 0 && !ids.Contains(id)).Order(StringComparer.Ordinal))
                yield return new Finding(FindingSeverity.Error, "order-to-cash.status-unknown", $"{name:option} names the status {unknown:status}, which the shop does not have. It has: {string.Join(", ", Known.Select(status => $"{status.Id} {status.Value.Name}")):known}.") { Connection = shop, Remedy = "Take it out, or name one that the shop has." };
        }

        foreach (var (id, other) in _invoices.Except(_orders).Select(id => (id, nameof(options.OrderStatuses))).Concat(_payments.Except(_invoices).Select(id => (id, nameof(options.InvoiceStatuses)))))
            yield return new Finding(FindingSeverity.Error, "order-to-cash.status-sets", $"The status {id:status} is not in {other:option}, without which nothing comes of it.") { Connection = shop, Remedy = $"Add it to {other}." };
        if (_orders.Count == 0)
            yield return new Finding(FindingSeverity.Error, "order-to-cash.no-status", $"No status of the shop lets an order through.") { Connection = shop, Remedy = "Set OrderStatuses." };
        foreach (var status in Known.Where(status => _invoices.Contains(status.Id.Value) && status.Value.AllowsInvoice == false))
            yield return new Finding(FindingSeverity.Warning, "order-to-cash.invoice-off", $"Orders in the status {status.Value.Name:status} shall be invoiced, and the shop makes no invoice in it.") { Connection = shop, Remedy = "Tick the status's flag for invoices in the shop, or take it out of InvoiceStatuses." };
    }

    private static bool IsIn(HashSet<string> set, Order order) => order.Status is { } status && set.Contains(status.Id.Value);

    private static HashSet<string>? Set(IEnumerable<string>? ids) => ids?.ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Ids(IEnumerable<Remote<OrderStatus>> statuses) => statuses.Select(status => status.Id.Value).ToHashSet(StringComparer.Ordinal);
}
