using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>What follows from an order where the options say so: one invoice when it reaches a stage that is invoiced, and a deal. vtiger has no conversion of its own, and lets an order be invoiced twice.</summary>
internal sealed class OrderFollowers(VtigerSession session)
{
    private static readonly OrderStage[] NeverDelivered = [OrderStage.Cancelled, OrderStage.Refunded, OrderStage.Failed];

    /// <summary>Whether a stage makes an invoice.</summary>
    public bool Invoices(OrderStage stage) => Follows(stage) && !NeverDelivered.Contains(stage);

    /// <summary>Whether a stage moves an invoice.</summary>
    public bool Follows(OrderStage stage) => session.Options.InvoiceOrders.ContainsKey(stage);

    /// <summary>Makes the invoice of an order, or moves the status of the one that it has.</summary>
    /// <param name="run">The run.</param>
    /// <param name="order">The order's id.</param>
    /// <param name="stage">The stage that it reaches.</param>
    /// <param name="document">The order with its lines.</param>
    /// <param name="token">The order's token; null when it has none.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <param name="lines">The order's lines when they are changed at the same time; null otherwise.</param>
    public async Task InvoiceAsync(VtigerRun run, string order, OrderStage stage, InventoryRow document, string? token, CancellationToken cancellationToken, ValueList<DocumentLine>? lines = null)
    {
        var status = session.Options.InvoiceOrders[stage];
        var present = await InvoicesAsync(order, cancellationToken);
        if (present.Count > 0)
        {
            if (present[0].Text("invoicestatus") != status)
                await session.Client.ReviseAsync(new JsonObject { ["id"] = present[0].Text("id"), ["invoicestatus"] = status, ["conversion_rate"] = present[0].Text("conversion_rate") ?? "1" }, cancellationToken);
            return;
        }

        if (Invoices(stage))
            await CreateAsync(run, order, status, document, token, lines, cancellationToken);
    }

    /// <summary>Cancels the invoice of an order whose lines change and makes another one with the same status; nothing where there is none, or where its total is the new one already.</summary>
    public async Task ReplaceAsync(VtigerRun run, string order, InventoryRow document, string? token, ValueList<DocumentLine> lines, CancellationToken cancellationToken)
    {
        var live = (await InvoicesAsync(order, cancellationToken)).FirstOrDefault(invoice => invoice.Text("invoicestatus") != session.Options.CancelledInvoice);
        if (live.Text("id") is not { } id || Math.Abs((live.Number("hdnGrandTotal") ?? 0) - lines.Sum(line => line.Gross?.Amount ?? 0)) < 0.005m)
            return;
        await session.Client.ReviseAsync(new JsonObject { ["id"] = id, ["invoicestatus"] = session.Options.CancelledInvoice, ["conversion_rate"] = live.Text("conversion_rate") ?? "1" }, cancellationToken);
        var count = (await InvoicesAsync(order, cancellationToken)).Count;
        await CreateAsync(run, order, live.Text("invoicestatus") ?? "", document, token is null ? null : $"{token}:{JsonValues.Invariant(count)}", lines, cancellationToken);
    }

    /// <summary>The invoices of an order, those that still count first.</summary>
    private async Task<IReadOnlyList<JsonElement>> InvoicesAsync(string order, CancellationToken cancellationToken) =>
        [.. (await session.Client.QueryAsync(Vtql.Select(Modules.Invoice, ["id", "invoicestatus", "conversion_rate", "hdnGrandTotal"], Vtql.Equal("salesorder_id", order), "id", Vtql.PageSize), cancellationToken))
            .OrderBy(invoice => session.Options.ReplaceInvoices && invoice.Text("invoicestatus") == session.Options.CancelledInvoice)];

    private async Task CreateAsync(VtigerRun run, string order, string status, InventoryRow document, string? token, ValueList<DocumentLine>? lines, CancellationToken cancellationToken)
    {
        var header = document.Header;
        var body = new JsonObject { ["subject"] = Subject(header), ["salesorder_id"] = order, ["invoicestatus"] = status, ["invoicedate"] = JsonValues.Day(DateOnly.FromDateTime(run.Cursor.Time.UtcDateTime)) };
        foreach (var field in new[] { "account_id", "contact_id", "potential_id", "currency_id", "conversion_rate", "hdnTaxType", "hdnDiscountAmount", "hdnDiscountPercent", "txtAdjustment", "description", "terms_conditions", "vtiger_purchaseorder" }.Concat(PlaceFields.Billing.All).Concat(PlaceFields.Shipping.All))
        {
            if (header.Text(field) is { } text)
                body[field] = text;
        }

        if (lines is not null)
            await LineBodies.PutAsync(body, lines, document.Lines, run, isNew: true, cancellationToken);
        else
            Copy(body, document);
        if (session.Options.ExternalKeys.TryGetValue(Modules.Invoice, out var key) && token is not null)
            body[key] = token + ":invoice";
        await run.Fields.CompleteAsync(Modules.Invoice, body, cancellationToken);
        await session.Client.CreateAsync(Modules.Invoice, body, cancellationToken);
    }

    /// <summary>Makes the deal of a new order and points the order at it.</summary>
    public async Task MakeDealAsync(VtigerRun run, Order order, JsonObject body, CancellationToken cancellationToken)
    {
        if (session.Options.DealPrefix is not { } prefix || order.Deal is not null || order.Reference is null)
            return;
        var name = Texts.Stored(prefix + order.Reference, Modules.Potentials, "potentialname")!;
        var found = (await session.Client.QueryAsync(Vtql.Select(Modules.Potentials, ["id", "potentialname"], Vtql.Equal("potentialname", name), "id", Vtql.PageSize), cancellationToken)).FirstOrDefault(row => row.Text("potentialname") == name);
        if (found.Text("id") is { } id)
        {
            body["potential_id"] = id;
            return;
        }

        var deal = new JsonObject { ["potentialname"] = name, ["sales_stage"] = session.Options.DealStage, ["closingdate"] = JsonValues.Day(order.Date ?? DateOnly.FromDateTime(run.Cursor.Time.UtcDateTime)) };
        if (order.TotalGross is { } total && total.Currency == run.Setup.BaseCode)
            deal["amount"] = JsonValues.Invariant(Prices.Rounded(total.Amount, run.Setup));
        if (body["account_id"]?.ToString() is { Length: > 0 } account)
            deal["related_to"] = account;
        else if (body["contact_id"]?.ToString() is { Length: > 0 } contact)
            deal["contact_id"] = contact;
        await run.Fields.CompleteAsync(Modules.Potentials, deal, cancellationToken);
        body["potential_id"] = (await session.Client.CreateAsync(Modules.Potentials, deal, cancellationToken)).Text("id") ?? "";
    }

    private string Subject(JsonElement header)
    {
        var subject = header.Text("subject") ?? "";
        var reference = subject.StartsWith(session.Options.OrderPrefix, StringComparison.Ordinal) ? subject[session.Options.OrderPrefix.Length..] : subject;
        return session.Options.InvoicePrefix + reference;
    }

    private static void Copy(JsonObject body, InventoryRow document)
    {
        var rows = new JsonArray();
        foreach (var line in document.Lines)
        {
            var row = new JsonObject();
            foreach (var field in new[] { "productid", "quantity", "listprice", "discount_percent", "discount_amount", "comment", "description" })
            {
                if (line.Text(field) is { } text && (field is not ("discount_percent" or "discount_amount") || line.Number(field) is not 0))
                    row[field] = text;
            }

            foreach (var (field, percent) in LineMapping.Percents(line))
                row[field] = JsonValues.Invariant(percent);
            rows.Add((JsonNode)row);
        }

        body["LineItems"] = rows;
        body["productid"] = document.Lines.Select(line => line.Text("productid")).FirstOrDefault(id => id is not null) ?? "";
        if (document.Header.Number("hdnS_H_Amount") is { } shipping and not 0)
        {
            body["shipping_&_handling"] = JsonValues.Invariant(shipping);
            foreach (var field in document.Header.EnumerateObject().Where(field => field.Name.StartsWith("shipping_&_handling_shtax", StringComparison.Ordinal)))
                body[field.Name] = JsonValues.Invariant(document.Header.Number(field.Name) ?? 0);
        }
    }
}
