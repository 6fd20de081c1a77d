using System.Globalization;
using System.Net;
using ErpSync.PrestaShop.Parties;

namespace ErpSync.PrestaShop.Sales;

/// <summary>Orders: from rows to records.</summary>
internal static class OrderMapping
{
    /// <summary>The resource.</summary>
    public const string Resource = "orders";

    /// <summary>The fields of a line of a listing; without the date, which a view of the back office may renew.</summary>
    public const string ListedFields = "[id,current_state,total_paid_real]";

    private const string Columns =
        "id,id_address_delivery,id_address_invoice,id_currency,id_lang,id_customer,id_carrier,current_state,module,invoice_number,valid,date_add,date_upd,id_shop,payment,gift,gift_message,"
        + "total_discounts,total_discounts_tax_incl,total_discounts_tax_excl,total_paid,total_paid_tax_incl,total_paid_tax_excl,total_paid_real,total_shipping_tax_incl,total_shipping_tax_excl,carrier_tax_rate,"
        + "total_wrapping_tax_incl,total_wrapping_tax_excl,round_mode,round_type,conversion_rate,reference";

    /// <summary>The fields of a whole record; never the key that opens invoices. Notes came with 1.7.8.</summary>
    public static string Fields(ShopData shop) => shop.KnowsColumns ? $"[{Columns},note]" : $"[{Columns}]";

    /// <summary>The record in a row.</summary>
    public static Remote<Order> Read(WireRow row, OrderParts parts, SalesReference reference, ShopData shop)
    {
        var currency = reference.Currency(row);
        var money = DocumentMoney.OfOrder(row);
        var rounding = Rounding.Of(row, shop);
        var placed = LocalTime.ToInstant(row.Text("date_add"), shop.Zone);
        var state = row.Whole("current_state") ?? 0;
        var customer = row.Whole("id_customer") ?? 0;
        var email = parts.Emails?.GetValueOrDefault(customer);
        var (billing, delivery) = (row.Whole("id_address_invoice") ?? 0, row.Whole("id_address_delivery") ?? 0);
        var carrier = row.Whole("id_carrier") ?? 0;
        var messages = Messages(row.Id, parts, shop);
        var order = new Order
        {
            Number = row.Filled("reference") ?? row.Text("id"),
            Reference = row.Filled("reference"),
            Shop = shop.Shops > 1 && row.Whole("id_shop") is > 0 and var own ? own.ToString(CultureInfo.InvariantCulture) : null,
            Date = CustomerMapping.Day(row.Text("date_add")),
            PlacedAt = placed,
            Customer = customer > 0 && (parts.Emails is null || email is not null) ? new Ref(EntityKind.Customer, RemoteId.From(customer)) : null,
            Email = string.IsNullOrEmpty(email) ? null : email,
            BillingAddress = Reference(billing, parts),
            DeliveryAddress = Reference(delivery, parts),
            BillTo = Postal(billing, parts, reference, shop),
            DeliverTo = Postal(delivery, parts, reference, shop),
            Lines = new LineBuilder(reference, shop, currency).Build([.. parts.Details[row.Id]], parts, row.Id, money, row.Number("carrier_tax_rate"), rounding),
            Currency = currency,
            ConversionRate = currency == shop.Currency ? null : row.Number("conversion_rate"),
            TotalNet = new Money(money.Net, currency),
            TotalTax = new Money(money.Gross - money.Net, currency),
            TotalGross = new Money(money.Gross, currency),
            Status = state > 0 ? new Ref(EntityKind.OrderStatus, RemoteId.From(state)) : null,
            Stage = reference.OrderStates.StageOf(state),
            IsPaid = reference.OrderStates.IsPaid(state) || (money.Gross > 0 && row.Number("total_paid_real") >= money.Gross),
            IsInvoiced = row.Whole("invoice_number") is > 0,
            PaymentMethod = row.Filled("module") is { } module ? new Ref(EntityKind.PaymentMethod, new RemoteId(module)) : null,
            PaymentText = row.Filled("payment"),
            Carrier = reference.Carriers.Of(carrier),
            CarrierText = reference.Carriers.Name(carrier),
            Language = shop.Languages.FirstOrDefault(language => language.Id == row.Whole("id_lang"))?.Code,
            CustomerNote = messages.FirstOrDefault(message => !message.IsPrivate && message.Author is null)?.Text,
            PrivateNote = row.Filled("note"),
            Messages = messages,
            IsGift = row.Flag("gift") ?? false,
            GiftMessage = row.Filled("gift_message"),
            Paid = new Money(row.Number("total_paid_real") ?? 0, currency),
            Rounding = rounding,
        };
        return new Remote<Order>(RemoteId.From(row.Id), order)
        {
            ModifiedAt = LocalTime.ToInstant(row.Text("date_upd"), shop.Zone),
            Label = row.Filled("reference"),
            Stamp = StampOf(row),
            Native = row,
        };
    }

    /// <summary>The stamp of a row: what changes about an order as a rule.</summary>
    public static string StampOf(WireRow row) => Stamp.Of("o1", row.Text("current_state"), row.Text("total_paid_real"));

    private static Ref? Reference(long address, OrderParts parts) =>
        parts.Addresses.TryGetValue(address, out var row) && AddressMapping.IsRecord(row) ? new Ref(EntityKind.Address, RemoteId.From(address)) : null;

    private static PostalAddress? Postal(long address, OrderParts parts, SalesReference reference, ShopData shop) =>
        parts.Addresses.TryGetValue(address, out var row) ? AddressMapping.Read(row, reference, shop).Value.ToPostal() : null;

    // Conversations first; a message that the shop keeps in both places is told once.
    private static ValueList<DocumentMessage> Messages(long order, OrderParts parts, ShopData shop) => parts.Threads[order]
        .SelectMany(thread => parts.Messages[thread.Id])
        .OrderBy(row => row.Id)
        .Concat(parts.OldMessages[order].OrderBy(row => row.Id))
        .DistinctBy(row => (row.Text("date_add"), row.Text("message")))
        .OrderBy(row => row.Text("date_add"), StringComparer.Ordinal)
        .Select(row => new DocumentMessage
        {
            At = LocalTime.ToInstant(row.Text("date_add"), shop.Zone),
            Author = row.Whole("id_employee") is > 0 ? "employee" : null,
            IsPrivate = row.Flag("private") ?? false,
            Text = WebUtility.HtmlDecode(row.Text("message") ?? ""),
        })
        .ToValueList();
}
