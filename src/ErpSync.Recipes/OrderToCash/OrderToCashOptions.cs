namespace ErpSync.Recipes;

/// <summary>
/// How orders of a shop become money in an ERP or CRM. Ids are those of the two systems, as text. Every option has the default that <c>UseOrderToCash</c> describes; what cannot work is refused
/// at registration, and what only the running systems can tell is a finding of <see cref="ISyncEngine.CheckAsync"/>.
/// </summary>
public class OrderToCashOptions
{
    /// <summary>The day, in the shop's time zone, from which orders are taken over; null for none. One of <see cref="OrdersFrom"/>, <see cref="OrdersAfter"/> and <see cref="WholeHistory"/> must be set: a pair never begins by booking years of history unasked.</summary>
    public DateOnly? OrdersFrom { get; set; }

    /// <summary>The id of the shop's last order that is <em>not</em> taken over; null for none. May be combined with <see cref="OrdersFrom"/>.</summary>
    public string? OrdersAfter { get; set; }

    /// <summary>The id of the shop's last order that is taken over; null (default) for all. For long histories, part by part.</summary>
    public string? OrdersUntil { get; set; }

    /// <summary>Takes the whole history over. Default false.</summary>
    public bool WholeHistory { get; set; }

    /// <summary>The day in UTC from which customers must have registered; null (default) for no limit. Orders bring earlier ones along (<see cref="BringCustomerAlong"/>).</summary>
    public DateOnly? CustomersFrom { get; set; }

    /// <summary>The last day in UTC on which customers may have registered; null (default) for no limit.</summary>
    public DateOnly? CustomersTo { get; set; }

    /// <summary>Whether an order brings a customer along that <see cref="CustomersFrom"/> and <see cref="CustomersTo"/> leave out. Default true; when false such an order waits, with that reason.</summary>
    public bool BringCustomerAlong { get; set; } = true;

    /// <summary>The ids of the shop's statuses whose orders are taken over; null (default): those that allow an invoice (where the shop tells), without cancelled, failed and refunded ones.</summary>
    public IList<string>? OrderStatuses { get; set; }

    /// <summary>The ids of the statuses whose orders are invoiced; null (default): the same as for orders. Each must be among <see cref="OrderStatuses"/>.</summary>
    public IList<string>? InvoiceStatuses { get; set; }

    /// <summary>The ids of the statuses whose payments are booked; null (default): those of invoices that count as paid. Each must be among <see cref="OrderStatuses"/> and <see cref="InvoiceStatuses"/>.</summary>
    public IList<string>? PaymentStatuses { get; set; }

    /// <summary>Rules for single statuses; they go before the sets. Default none. <see cref="StatusProposals.ForShop"/> proposes them.</summary>
    public IList<OrderStatusRule> StatusRules { get; } = [];

    /// <summary>Whether later changes of an order's status in the ERP are written back to the shop. Default false.</summary>
    public bool StatusBack { get; set; }

    /// <summary>With <see cref="StatusBack"/>: which status of the shop stands for a stage of the ERP; a stage without an entry takes the shop's own status of that stage. Default none. <see cref="StatusProposals.ForErp"/> proposes them.</summary>
    public IDictionary<OrderStage, string> StatusesBack { get; } = new Dictionary<OrderStage, string>();

    /// <summary>With <see cref="StatusBack"/>: whether the shop mails its customer about a status that came back. Default false. What was there before the pair began is never mailed.</summary>
    public bool MailStatus { get; set; }

    /// <summary>Whether shipments of the ERP and their tracking numbers go to the shop's orders. Default true.</summary>
    public bool TrackingBack { get; set; } = true;

    /// <summary>Whether the pair carries products and variants from the shop, so that an order finds its articles. Default true; false where a recipe syncs them by its own policies.</summary>
    public bool Products { get; set; } = true;

    /// <summary>Whether the pair carries customers from the shop, so that an order finds its own. Default true; false where a recipe syncs them by its own policies.</summary>
    public bool Customers { get; set; } = true;

    /// <summary>Whether invoices are carried. Default true.</summary>
    public bool Invoices { get; set; } = true;

    /// <summary>Whether payments are carried. Default true; needs <see cref="Invoices"/>.</summary>
    public bool Payments { get; set; } = true;

    /// <summary>
    /// Whether payments that are booked in the ERP (made online there, or entered by hand) are told to the shop once they pay an invoice of one of its orders in full: the order counts as paid and
    /// moves on as with a payment made in the shop. Default false; needs <see cref="Payments"/> and a shop that can be told (WooCommerce). Orders that are not paid yet must be among
    /// <see cref="OrderStatuses"/> and <see cref="InvoiceStatuses"/>.
    /// </summary>
    public bool PaymentsBack { get; set; }

    /// <summary>
    /// With <see cref="PaymentsBack"/>: whether the shop may mail its customer that his order is paid. Default false: WooCommerce has no switch for that mail, so such a payment is set aside with that reason,
    /// unless the shop's own mail is off and its connection's option says so (<c>MailingStatuses</c>).
    /// </summary>
    public bool MailPayments { get; set; }

    /// <summary>Whether credit slips are carried. Default true; needs <see cref="Invoices"/>.</summary>
    public bool CreditNotes { get; set; } = true;

    /// <summary>What becomes of the invoice of an order that is cancelled. Default <see cref="CancelledInvoices.CreditNote"/>; never a deletion.</summary>
    public CancelledInvoices CancelledInvoices { get; set; }

    /// <summary>Whether each customer gets a contact of the same name beside its third party. Default true, where the ERP has contacts.</summary>
    public bool Contacts { get; set; } = true;

    /// <summary>Whether the customer's language is carried, which decides the language of the ERP's documents. Default true.</summary>
    public bool CustomerLanguage { get; set; } = true;

    /// <summary>Whether names of customers and contacts are written in upper case, accents included. Default false. When true, names are compared without case.</summary>
    public bool NamesInUpperCase { get; set; }

    /// <summary>What of the shop's order counts as its reference. Default <see cref="OrderReference.Reference"/>.</summary>
    public OrderReference Reference { get; set; }

    /// <summary>Whether the shop's reference becomes the number of the ERP's order. Default false: the ERP's own series.</summary>
    public bool ReferenceAsNumber { get; set; }

    /// <summary>Whether the shop's reference is the "reference of the customer" of order and invoice. Default true.</summary>
    public bool ReferenceAsCustomerReference { get; set; } = true;

    /// <summary>One line per discount, or one sum per tax rate. Default <see cref="DiscountLines.PerDiscount"/>.</summary>
    public DiscountLines DiscountLines { get; set; }

    /// <summary>How two taxes on one price are reckoned. Default <see cref="DoubleTaxes.AsTheShop"/>.</summary>
    public DoubleTaxes DoubleTaxes { get; set; }

    /// <summary>Whether the carrier's name stands on the line of shipping of orders and invoices. Default true.</summary>
    public bool CarrierNameOnLine { get; set; } = true;

    /// <summary>The services that lines of shipping, wrapping and discounts are booked on.</summary>
    public OrderServices Services { get; } = new();

    /// <summary>The ERP's way of payment for each of the shop's, by id. Default none; <see cref="ReferenceProposals.PaymentMethods"/> proposes them. An order whose way is not mapped is booked without one.</summary>
    public IDictionary<string, string> PaymentMethods { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The ERP's bank account for each of the shop's ways of payment, by id. Default none. A payment whose way has no account is not booked, and reported.</summary>
    public IDictionary<string, string> BankAccounts { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The ERP's way of shipping for each of the shop's carriers, by the id that survives edits. Default none; <see cref="ReferenceProposals.Carriers"/> proposes them.</summary>
    public IDictionary<string, string> Carriers { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The ERP's warehouse that an order's goods are taken from, by the shop's carrier (the id that survives edits). A carrier without an entry uses the ERP's default warehouse. Default none.</summary>
    public IDictionary<string, string> Warehouses { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether a change of these options shows its effect as a plan first: scheduled feeds wait until a plan was made with the new ones (<see cref="ISyncEngine.MakePlanAsync"/>), or a person started
    /// them by hand. Default true.
    /// </summary>
    public bool PlanAfterChange { get; set; } = true;

    /// <summary>Whether feeds are added: orders, their documents and the way back every minute, customers every five, a retry feed every hour. Default true.</summary>
    public bool Feeds { get; set; } = true;
}
