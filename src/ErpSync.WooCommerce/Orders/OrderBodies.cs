using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Makes the bodies of creates and updates of orders. Lines go as totals without tax, also in a shop with prices with tax; taxes are reckoned by the shop from its own rates.</summary>
internal static class OrderBodies
{
    public const string ReferenceKey = "_erpsync_reference";
    public const string PlacedKey = "_erpsync_placed_at";
    public const string KindKey = "_erpsync_line_kind";

    /// <exception cref="ConnectorException">A line cannot be sent.</exception>
    public static JsonObject Create(Creation<Order> creation, ShopSetup setup, WooCommerceOptions options)
    {
        var value = creation.Value;
        var meta = new JsonArray(Tokens.Meta(creation.Token));
        if (value.Reference is { Length: > 0 } reference)
            meta.Add((JsonNode)new JsonObject { ["key"] = ReferenceKey, ["value"] = reference });
        if (ProductMapping.Seconds(value.PlacedAt ?? Noon(value.Date, setup)) is { } placed)
            meta.Add((JsonNode)new JsonObject { ["key"] = PlacedKey, ["value"] = placed.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
        var body = new JsonObject
        {
            ["billing"] = AddressMapping.ToJson(value.BillTo, isBilling: true, value.Email),
            ["shipping"] = AddressMapping.ToJson(value.DeliverTo, isBilling: false, null),
            ["customer_note"] = value.CustomerNote ?? "",
            ["meta_data"] = meta,
        };
        if (value.Customer is { IsForeign: false } customer && JsonValues.Number(customer.Id) is { } number)
            body["customer_id"] = number;
        if (value.Currency is { } currency)
            body["currency"] = currency.Value;
        Payment(body, value, null);
        ProductBodies.Custom(body, value.Custom, [], setup);
        Lines(body, value);
        if (Status(value, creation.MayMail, options) is { } status)
            body["status"] = status;
        return body;
    }

    /// <exception cref="ConnectorException">The change would mail the customer, which is not allowed.</exception>
    public static JsonObject Update(Revision<Order> revision, ShopSetup setup, WooCommerceOptions options)
    {
        var fields = revision.Fields.ToHashSet(StringComparer.Ordinal);
        var value = revision.Wanted;
        var body = new JsonObject { ["id"] = JsonValues.Number(revision.Current.Id) ?? 0 };
        if (fields.Contains(nameof(Order.BillTo)) || fields.Contains(nameof(Order.Email)))
            body["billing"] = fields.Contains(nameof(Order.BillTo)) ? AddressMapping.ToJson(value.BillTo, isBilling: true, value.Email) : new JsonObject { ["email"] = value.Email ?? "" };
        if (fields.Contains(nameof(Order.DeliverTo)))
            body["shipping"] = AddressMapping.ToJson(value.DeliverTo, isBilling: false, null);
        if (fields.Contains(nameof(Order.CustomerNote)))
            body["customer_note"] = value.CustomerNote ?? "";
        Payment(body, value, fields);
        if (fields.Contains(nameof(Order.Custom)))
            ProductBodies.Custom(body, value.Custom, [.. revision.Current.Value.Custom], setup);
        if (fields.Contains(nameof(Order.Status)) && value.Status is { IsForeign: false } wanted)
        {
            if (wanted != revision.Current.Value.Status)
                body["status"] = Allowed(wanted.Id.Value, revision.MayMail, options);
        }
        else if (fields.Contains(nameof(Order.Stage)) && value.Stage is { } stage && OrderStatuses.Fold(stage, options) != revision.Current.Value.Stage)
        {
            body["status"] = Allowed(OrderStatuses.SlugOf(stage, options), revision.MayMail, options);
        }

        if (fields.Contains(nameof(Order.IsPaid)) && value.IsPaid == true && revision.Current.Value.IsPaid != true && body["status"] is null)
        {
            Allowed("processing", revision.MayMail, options);
            body["set_paid"] = true;
        }

        return body;
    }

    /// <summary>Completed, processing and their like mail the customer, and the API has no switch for it: without leave the order is not moved there.</summary>
    public static string Allowed(string slug, bool mayMail, WooCommerceOptions options) => mayMail || !options.MailingStatuses.Contains(slug, StringComparer.Ordinal) ? slug : throw new ConnectorException(
        new SyncProblem(ProblemKind.Rejected, WooCodes.WouldMail, $"The shop mails the customer when an order becomes '{slug}', and mails are not allowed here.")
        {
            Field = nameof(Order.Status),
            Remedy = "Allow mails for orders in the pair's policy, or take the status out of the option MailingStatuses when the shop's own mail for it is switched off.",
        });

    private static string? Status(Order value, bool mayMail, WooCommerceOptions options)
    {
        var slug = value.Status is { IsForeign: false } status ? status.Id.Value : value.Stage is { } stage ? OrderStatuses.SlugOf(stage, options) : value.IsPaid == true ? "processing" : null;
        return slug is null or "pending" ? slug : Allowed(slug, mayMail, options);
    }

    private static void Payment(JsonObject body, Order value, HashSet<string>? fields)
    {
        if (fields?.Contains(nameof(Order.PaymentMethod)) != false && (fields is not null || value.PaymentMethod is not null))
            body["payment_method"] = value.PaymentMethod is { IsForeign: false } method ? method.Id.Value : "";
        if (fields?.Contains(nameof(Order.PaymentText)) != false && (fields is not null || value.PaymentText is not null))
            body["payment_method_title"] = value.PaymentText ?? "";
        if (fields?.Contains(nameof(Order.TransactionId)) != false && (fields is not null || value.TransactionId is not null))
            body["transaction_id"] = value.TransactionId ?? "";
    }

    private static void Lines(JsonObject body, Order value)
    {
        var (goods, shipping, fees) = (new JsonArray(), new JsonArray(), new JsonArray());
        foreach (var line in value.Lines.Where(line => line.Kind != LineKind.Text))
        {
            var net = line.Net ?? LineAmounts.Net(line) ?? throw Refused("A line of the order has neither an amount nor a price.");
            switch (line.Kind)
            {
                case LineKind.Product or LineKind.Service:
                    goods.Add((JsonNode)Goods(line, net));
                    break;
                case LineKind.Shipping:
                    shipping.Add((JsonNode)new JsonObject { ["method_id"] = value.Carrier is { IsForeign: false } carrier ? carrier.Id.Value : "flat_rate", ["method_title"] = value.CarrierText ?? line.Label ?? "Shipping", ["total"] = JsonValues.Invariant(net.Amount) });
                    break;
                default:
                    fees.Add((JsonNode)new JsonObject { ["name"] = line.Label ?? line.Kind.ToString(), ["total"] = JsonValues.Invariant(net.Amount), ["tax_status"] = line.Taxes?.Any(rate => rate.Percent != 0) == false ? "none" : "taxable", ["meta_data"] = new JsonArray(new JsonObject { ["key"] = KindKey, ["value"] = line.Kind.ToString() }) });
                    break;
            }
        }

        body["line_items"] = goods;
        body["shipping_lines"] = shipping;
        body["fee_lines"] = fees;
    }

    private static JsonObject Goods(DocumentLine line, Money net)
    {
        if (line.Quantity != decimal.Truncate(line.Quantity))
            throw Refused($"WooCommerce takes whole quantities only, and a line has {JsonValues.Invariant(line.Quantity)}.");
        if (line.Product is not { IsForeign: false } product)
            throw Refused("A line of goods points at no product of the shop: WooCommerce would refuse it or keep it empty.");
        var (number, variation) = VariantId.Parse(product.Id) ?? (JsonValues.Number(product.Id) ?? 0, 0);
        return new JsonObject
        {
            ["product_id"] = number,
            ["variation_id"] = variation,
            ["quantity"] = (long)line.Quantity,
            ["subtotal"] = JsonValues.Invariant(net.Amount + Discount(line, net)),
            ["total"] = JsonValues.Invariant(net.Amount),
        };
    }

    private static decimal Discount(DocumentLine line, Money net) =>
        line.UnitNet is { } unit && (line.DiscountAmount is not null || line.DiscountPercent is not null) ? Math.Round((unit.Amount * line.Quantity) - net.Amount, 2, MidpointRounding.AwayFromZero) : 0;

    // A date without a time is kept as noon of the shop's day, which is that day in every zone of the shop.
    public static DateTimeOffset? Noon(DateOnly? date, ShopSetup setup)
    {
        if (date is not { } day)
            return null;
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, setup.Zone?.GetUtcOffset(noon) ?? TimeSpan.Zero).ToUniversalTime();
    }

    private static ConnectorException Refused(string message) => new(new SyncProblem(ProblemKind.Rejected, WooCodes.LineWithoutProduct, message) { EntityKind = Order.Kind, Field = nameof(Order.Lines) });
}
