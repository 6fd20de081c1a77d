using System.Globalization;
using ErpSync.Sandbox;

namespace ErpSync.Recipes.Tests.Day;

/// <summary>The ERP's staff: warehouse, prices, parcels. They work on what they see in the ERP, and write what they did into the books.</summary>
internal sealed class ErpPeople(DayWorld world, DayBooks books, Random chance)
{
    private const int Warehouse = 1;
    private readonly Dictionary<string, DolibarrProduct> _articles = new(StringComparer.Ordinal);
    private int _parcels;

    /// <summary>The ERP as it opens: a bank account, the dollar, stock that leaves with the parcel.</summary>
    public void Open()
    {
        world.Erp.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Bank", "EUR"));
        world.Erp.AddCurrency("USD", 1.1m);
        world.Erp.Constants["STOCK_CALCULATE_ON_SHIPMENT"] = "1";
    }

    public void Receive(GoodsLedger goods, int quantity)
    {
        var article = Article(goods.Sku);
        world.Erp.SetStock(article.Id, Warehouse, world.Erp.GetStock(article.Id, Warehouse) + quantity);
        goods.OnHand += quantity;
    }

    public void Count(int receipts)
    {
        for (; receipts > 0; receipts--)
            Receive(books.Goods[chance.Next(books.Goods.Count)], chance.Next(4) == 0 ? -chance.Next(1, 4) : chance.Next(5, 30));
    }

    public void Reprice()
    {
        var goods = books.Goods.Where(one => one.Price is not null).ElementAt(chance.Next(books.Goods.Count(one => one.Price is not null)));
        var price = Cents.Round(goods.Price!.Value * (0.9m + (chance.Next(0, 21) / 100m)));
        goods.Price = price;
        world.Erp.EditProduct(Article(goods.Sku).Id, product => (product.Price, product.PriceTtc) = (price, Cents.Round(price * (1m + (goods.Vat / 100m)))));
    }

    /// <summary>The order as it stands in the ERP, by the reference that the customer names; null while it is not there.</summary>
    public DolibarrOrder? Find(OrderLedger order) => world.Erp.Orders.FirstOrDefault(one => one["ref_client"] == order.Reference);

    /// <summary>True when the books of the ERP show the order's invoice as paid.</summary>
    public bool IsPaid(OrderLedger order) => world.Erp.Invoices.Any(invoice => invoice.Type == 0 && invoice["ref_client"] == order.Reference && invoice.IsPaid);

    /// <summary>Sends what is still open, or one piece of it.</summary>
    public async Task ShipAsync(OrderLedger order, bool onePiece)
    {
        if (Find(order) is not { Status: 1 or 2 } document)
            return;
        var sent = new List<(string Sku, int Quantity, int Line)>();
        foreach (var sku in order.Lines.Select(line => line.Sku).Where(sku => order.Open(sku) > 0))
        {
            var article = Article(sku);
            if (document.Lines.FirstOrDefault(line => line.ProductId == article.Id) is not { } row)
                throw new InvalidOperationException($"The ERP's order {document["ref"]} of {order.Reference} has no line of {sku}.");
            sent.Add((sku, onePiece ? 1 : order.Open(sku), row.Id));
            if (onePiece)
                break;
        }

        var parcel = string.Create(CultureInfo.InvariantCulture, $"1Z{++_parcels:00000000}");
        var lines = string.Join(',', sent.Select(line => $$"""{"entrepot_id":{{Warehouse}},"origin_line_id":{{line.Line}},"qty":{{line.Quantity}}}"""));
        await world.ErpAsync("POST", "shipments", $$"""{"socid":{{document.ThirdPartyId}},"origin_type":"commande","origin_id":{{document.Id}},"shipping_method_id":5,"tracking_number":"{{parcel}}","lines":[{{lines}}]}""");
        await world.ErpAsync("POST", $"shipments/{world.Erp.Shipments.LastId}/validate");
        foreach (var (sku, quantity, _) in sent)
        {
            order.Shipped[sku] = order.Shipped.GetValueOrDefault(sku) + quantity;
            books.Goods.Single(goods => goods.Sku == sku).OnHand -= quantity;
        }

        order.Parcels.Add(parcel);
        order.Stage = Stage.InDespatch;
    }

    public async Task DeliverAsync(OrderLedger order)
    {
        await world.ErpAsync("POST", $"orders/{Find(order)!.Id}/close");
        order.Stage = Stage.Delivered;
    }

    private DolibarrProduct Article(string sku)
    {
        if (!_articles.TryGetValue(sku, out var article))
            _articles[sku] = article = world.Erp.Products.Single(product => product.Ref == sku);
        return article;
    }
}
