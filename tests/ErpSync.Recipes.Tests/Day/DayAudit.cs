using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.Recipes.Tests.Day;

/// <summary>Compares what both systems have stored with the books of the day, record by record.</summary>
internal sealed class DayAudit(DayWorld world, DayBooks books)
{
    private readonly List<string> _found = [];
    private readonly ILookup<string, PrestaShopRecord> _payments = world.Shop.Sales.Payments.ToLookup(payment => payment["order_reference"] ?? "", StringComparer.Ordinal);
    private readonly ILookup<int, PrestaShopRecord> _slips = world.Shop.Sales.OrderSlips.ToLookup(slip => slip.Number("id_order"));
    private readonly ILookup<int, PrestaShopRecord> _parcels = world.Shop.Sales.OrderCarriers.ToLookup(parcel => parcel.Number("id_order"));

    /// <summary>Every difference, one a line; empty when all is as it must be.</summary>
    public IReadOnlyList<string> Differences()
    {
        var orders = world.Erp.Orders.ToLookup(order => order["ref_client"] ?? "", StringComparer.Ordinal);
        var invoices = world.Erp.Invoices.ToLookup(invoice => invoice["ref_client"] ?? "", StringComparer.Ordinal);
        var credits = world.Erp.Invoices.Where(invoice => invoice.Type == 2).ToLookup(credit => credit.SourceId ?? 0);
        var paid = world.Erp.Payments.SelectMany(payment => payment.Amounts).ToLookup(amount => amount.InvoiceId);
        foreach (var order in books.Orders)
        {
            InShop(order);
            InErp(order, [.. orders[order.Reference]], [.. invoices[order.Reference].Where(invoice => invoice.Type == 0)], credits, paid);
        }

        var invoiced = books.Orders.Count(order => order.IsInvoiced);
        Compare("the shop", "orders", books.Orders.Count, world.Shop.Sales.Orders.Count);
        Compare("the ERP", "orders", books.Orders.Count, world.Erp.Orders.Count);
        Compare("the ERP", "invoices", invoiced, world.Erp.Invoices.Count(invoice => invoice.Type == 0));
        Compare("the ERP", "payments", invoiced, world.Erp.Payments.Count);
        Compare("the ERP", "shipments", books.Orders.Sum(order => order.Parcels.Count), world.Erp.Shipments.Count);
        Goods();
        foreach (var email in books.Customers)
            Compare("the ERP", $"third parties of {email}", 1, world.Erp.ThirdParties.Count(party => party["email"] == email));
        return _found;
    }

    private void InShop(OrderLedger order)
    {
        var name = $"order {order.ShopId} ({order.Reference})";
        var stored = world.Shop.Sales.Orders[order.ShopId];
        Compare("the shop", $"{name} state", order.Stage switch { Stage.Waiting => order.Born, Stage.Paid => 2, Stage.InDespatch => 3, Stage.Delivered => 5, _ => 6 }, stored.Number("current_state"));
        Compare("the shop", $"{name} total", order.Total, stored.Amount("total_paid_tax_incl"));
        Compare("the shop", $"{name} paid", order.Paid, _payments[order.Reference].Sum(payment => payment.Amount("amount")));
        Compare("the shop", $"{name} credited on slips", order.OnSlips, _slips[order.ShopId].Sum(slip => slip.Amount("total_products_tax_incl") + slip.Amount("total_shipping_tax_incl")));
        var numbers = _parcels[order.ShopId].Select(parcel => parcel["tracking_number"] ?? "").Where(number => number.Length > 0).ToList();
        Compare("the shop", $"{name} tracking", string.Join(' ', order.Parcels), string.Join(' ', numbers));
    }

    private void InErp(OrderLedger order, List<DolibarrOrder> documents, List<DolibarrInvoice> invoices, ILookup<int, DolibarrInvoice> credits, ILookup<int, (int InvoiceId, decimal Amount, decimal ForeignAmount)> paid)
    {
        var (name, count) = ($"order {order.ShopId} ({order.Reference})", order.IsInvoiced ? 1 : 0);
        Compare("the ERP", $"{name} orders", 1, documents.Count);
        Compare("the ERP", $"{name} invoices", count, invoices.Count);
        if (documents is not [var document])
            return;
        var foreign = order.Currency != "EUR";
        decimal Gross(DolibarrTradeDocument one) => foreign ? one.ForeignAmounts.Gross : one.Amounts.Gross;
        Compare("the ERP", $"{name} status", order.Stage switch { Stage.Waiting or Stage.Paid => 1, Stage.InDespatch => 2, Stage.Delivered => 3, _ => -1 }, document.Status);
        Compare("the ERP", $"{name} currency", order.Currency, document.Currency);
        Compare("the ERP", $"{name} total", order.Total, Gross(document));
        foreach (var sku in order.Lines.Select(line => line.Sku))
        {
            var article = world.Erp.Products.FirstOrDefault(product => product.Ref == sku)?.Id;
            Compare("the ERP", $"{name} pieces of {sku}", order.Lines.Where(line => line.Sku == sku).Sum(line => line.Quantity), document.Lines.Where(line => line.ProductId == article).Sum(line => line.Quantity));
        }

        if (invoices is not [var invoice])
            return;
        Compare("the ERP", $"{name} invoiced", order.Total, Gross(invoice));
        Compare("the ERP", $"{name} invoice validated", true, invoice.Status > 0);
        Compare("the ERP", $"{name} paid", order.Paid, paid[invoice.Id].Sum(amount => foreign ? amount.ForeignAmount : amount.Amount));
        Compare("the ERP", $"{name} credited", order.Credited, -credits[invoice.Id].Sum(Gross));
    }

    private void Goods()
    {
        var sellable = books.Sellable();
        foreach (var goods in books.Goods)
        {
            Compare("the shop", $"stock of {goods.Sku}", sellable[goods.Sku], world.Shop.Stock(goods.ProductId, goods.CombinationId).Quantity);
            var articles = world.Erp.Products.Where(product => product.Ref == goods.Sku).ToList();
            Compare("the ERP", $"articles {goods.Sku}", 1, articles.Count);
            if (articles is not [var article])
                continue;
            Compare("the ERP", $"stock of {goods.Sku}", goods.OnHand, world.Erp.GetStock(article.Id, 1));
            if (goods.Price is { } price)
            {
                Compare("the shop", $"price of {goods.Sku}", price, world.Shop.Products[goods.ProductId].Price);
                Compare("the ERP", $"price of {goods.Sku}", price, article.Price);
            }

            if (goods.Name is { } words)
            {
                Compare("the shop", $"name of {goods.Sku}", words, world.Shop.Products[goods.ProductId].Name["en"]);
                Compare("the ERP", $"name of {goods.Sku}", words, article.Label);
            }
        }
    }

    private void Compare(string system, string what, object? expected, object? found)
    {
        var equal = expected is decimal or int ? Convert.ToDecimal(expected, System.Globalization.CultureInfo.InvariantCulture) == Convert.ToDecimal(found, System.Globalization.CultureInfo.InvariantCulture) : Equals(expected, found);
        if (!equal)
            _found.Add(FormattableString.Invariant($"{what} in {system}: expected {expected}, found {found}"));
    }
}
