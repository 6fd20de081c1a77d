using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Between sales orders and records: pure functions.</summary>
internal static class OrderMapping
{
    public const string Element = "commande";

    public static RoundingRule Rounding(TradeSetup trade) => new(trade.RoundsTotals ? RoundingBasis.Total : RoundingBasis.Line, RoundingMode.HalfUp, trade.TotalDecimals);

    /// <exception cref="ConnectorException">A value cannot be read; it is named.</exception>
    public static Remote<Order> Read(JsonElement json, DocumentContacts contacts, DolibarrSetup setup, TradeSetup trade, DolibarrOptions options, ServiceBook services, ExtraFieldBook fields, Func<long, EntityKind> productKind)
    {
        var head = DocumentHead.Read(json, EntityKind.Order, setup, 1);
        var row = head.Row;
        return new Remote<Order>(RemoteId.From(row.Id), new Order
        {
            // A draft has no number yet: (PROV12) becomes CO2611-0001.
            Number = row.Text("ref") is { } told && !told.StartsWith("(PROV", StringComparison.Ordinal) ? told : null,
            Reference = Notes.Plain(row.Text("ref_client") ?? row.Text("ref_customer")),
            Date = DocumentDates.Read(row, "date", setup) ?? DocumentDates.Read(row, "date_commande", setup),
            Customer = head.Pointer("socid", EntityKind.Customer),
            Contact = contacts.Customer is { } person ? new Ref(EntityKind.Contact, RemoteId.From(person.Id)) : null,
            BillingAddress = Address(contacts.Billing),
            DeliveryAddress = Address(contacts.Shipping),
            BillTo = contacts.BillTo,
            DeliverTo = contacts.DeliverTo,
            Lines = LineMapping.Read(json, head.Currency, head.IsForeign, 1, services, productKind),
            Currency = head.Currency,
            ConversionRate = head.Rate,
            TotalNet = head.TotalNet,
            TotalTax = head.TotalTax,
            TotalGross = head.TotalGross,
            Stage = OrderStages.Read((row.Text("status") ?? row.Text("statut")) switch { null => 0, var text => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw row.Unreadable("status", "The status is not a number.") }),
            IsInvoiced = row.Flag("billed"),
            PaymentMethod = head.Pointer("mode_reglement_id", EntityKind.PaymentMethod),
            PaymentTerms = row.Text("cond_reglement_code"),
            BankAccount = head.Pointer("fk_account", EntityKind.BankAccount),
            Carrier = head.Pointer("shipping_method_id", EntityKind.Carrier),
            Warehouse = head.Pointer("warehouse_id", EntityKind.Warehouse),
            DeliveryDate = DocumentDates.Read(row, "delivery_date", setup),
            CustomerNote = Notes.Read(row.Text("note_public")),
            PrivateNote = Notes.Read(row.Text("note_private")),
            Custom = fields.Read(json, Element, options.OrderFields, setup.OffsetAt),
            Rounding = Rounding(trade),
            Token = row.Text("ref_ext"),
        })
        {
            ModifiedAt = row.Instant("date_modification", setup.ZoneOffset),
            Label = row.Text("ref"),
            Stamp = Stamp(json),
            Native = json,
        };
    }

    /// <summary>What dates do not tell: linked contacts. A list tells no roles; see <see cref="RoleSweeper{T}"/>.</summary>
    public static string Stamp(JsonElement json) => Prints.Of(
        json.Text("date_modification"),
        json.Text("status") ?? json.Text("statut"),
        json.Text("billed"),
        string.Join(',', json.Get("contacts_ids").Items().Select(contact => contact.ValueKind == JsonValueKind.Object ? contact.Text("id") : contact.AsText()).Order(StringComparer.Ordinal)));

    public static Order Normalise(Order value, DolibarrSetup setup, TradeSetup trade, DolibarrOptions options, ExtraFieldBook fields)
    {
        var plan = DocumentPlan.TryMake([.. value.Lines], DocumentAmounts.Of(value), value.Currency, value.ConversionRate, setup, trade, options.RoundingLines);
        var isForeign = value.Currency is { } currency && setup.Currency is { } own && currency != own;
        return value with
        {
            Reference = Notes.Line(value.Reference, setup),
            BillTo = ContactText.Normalise(value.BillTo, setup, withPhones: false),
            DeliverTo = ContactText.Normalise(value.DeliverTo, setup, withPhones: false),
            Lines = plan is null ? value.Lines : LineTexts.Normalise(plan.AsRead(setup.UnitDecimals), setup),
            Currency = value.Currency ?? setup.Currency,
            ConversionRate = !isForeign ? null : value.ConversionRate is { } rate ? Math.Round(rate, 8, MidpointRounding.AwayFromZero) : plan?.Rate,
            TotalNet = plan is null ? value.TotalNet : new Money(plan.Net, plan.Currency),
            TotalTax = plan is null ? value.TotalTax : new Money(plan.Tax, plan.Currency),
            TotalGross = plan is null ? value.TotalGross : new Money(plan.Gross, plan.Currency),
            Stage = value.Stage is { } stage ? OrderStages.Fold(stage) : OrderStage.Draft,
            IsInvoiced = value.IsInvoiced ?? false,
            CustomerNote = Notes.Normalise(value.CustomerNote, setup),
            PrivateNote = Notes.Normalise(value.PrivateNote, setup),
            Custom = fields.Normalise(value.Custom, Element, options.OrderFields, setup),
        };
    }

    private static Ref? Address(ContactRow? contact) => contact is null ? null : new Ref(EntityKind.Address, RemoteId.From(contact.Id));
}
