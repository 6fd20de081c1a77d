using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Puts the lines of a shipment on the lines of its order: by product, as far as quantities are still open.</summary>
internal static class ShipmentLines
{
    /// <exception cref="ConnectorException">The order has no open line for something that was sent.</exception>
    public static async Task<JsonArray> MakeAsync(Shipment value, JsonElement order, TradeRun run, CancellationToken cancellationToken)
    {
        var open = order.Get("lines").Items()
            .Select(line => new Open(line.Whole("id") ?? line.Whole("rowid") ?? 0, line.Whole("fk_product"), line.Text("product_ref"), Number(line, "qty")))
            .Where(line => line.Id > 0).ToList();
        await TakeShippedAsync(open, order, run, cancellationToken);
        var lines = new JsonArray();
        foreach (var line in value.Lines.Where(line => line.Quantity > 0))
        {
            var rest = line.Quantity;
            var id = line.Product is { IsForeign: false } product ? Numbers.Of(product.Id) : null;
            foreach (var candidate in open.Where(candidate => candidate.Quantity > 0 && (id is { } number ? candidate.Product == number : line.Reference is not null && string.Equals(candidate.Reference, line.Reference, StringComparison.OrdinalIgnoreCase))))
            {
                var taken = Math.Min(rest, candidate.Quantity);
                lines.Add((JsonNode)Body(candidate.Id, taken, Warehouse(line, value, order, run), order));
                candidate.Quantity -= taken;
                rest -= taken;
                if (rest == 0)
                    break;
            }

            if (rest > 0)
            {
                throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.ShipmentLine, $"{JsonValues.Invariant(rest)} of '{line.Reference ?? line.Label ?? id?.ToString(System.Globalization.CultureInfo.InvariantCulture)}' cannot be shipped: the order has no open line for it.")
                {
                    EntityKind = Shipment.Kind,
                    Field = nameof(Shipment.Lines),
                    Remedy = "Check the order's lines, and the shipments that it has already.",
                });
            }
        }

        return lines;
    }

    private static JsonObject Body(long orderLine, decimal quantity, long warehouse, JsonElement order) => new()
    {
        ["entrepot_id"] = warehouse,
        ["origin_line_id"] = orderLine,
        ["fk_elementdet"] = orderLine,
        ["fk_element"] = order.Whole("id"),
        ["element_type"] = "commande",
        ["qty"] = JsonNode.Parse(JsonValues.Invariant(quantity)),
    };

    // What earlier shipments took is no longer open; the order names them.
    private static async Task TakeShippedAsync(List<Open> open, JsonElement order, TradeRun run, CancellationToken cancellationToken)
    {
        if (DocumentHead.Links(order, "shipping") is not { Count: > 0 } earlier)
            return;
        await foreach (var item in new RecordRows(run.Client, "shipments", 200).FindAsync(earlier, "", cancellationToken))
        {
            foreach (var line in RecordRows.Whole(item).Get("lines").Items())
            {
                if (open.Find(candidate => candidate.Id == (line.Whole("origin_line_id") ?? line.Whole("fk_elementdet"))) is { } taken)
                    taken.Quantity -= Number(line, "qty_shipped");
            }
        }
    }

    private static long Warehouse(ShipmentLine line, Shipment value, JsonElement order, TradeRun run)
    {
        foreach (var pointer in new[] { line.Warehouse, value.Warehouse })
        {
            if (pointer is { IsForeign: false } given && Numbers.Of(given.Id) is { } id)
                return id;
        }

        return order.Whole("warehouse_id") is { } own and > 0 ? own : StockWarehouses.ToWrite(run.Setup, run.Options).Id;
    }

    private static decimal Number(JsonElement line, string name) => line.Text(name) is { } text && JsonValues.TryNumber(text, out var number) ? number : 0;

    private sealed record Open(long Id, long? Product, string? Reference, decimal Quantity)
    {
        public decimal Quantity { get; set; } = Quantity;
    }
}
