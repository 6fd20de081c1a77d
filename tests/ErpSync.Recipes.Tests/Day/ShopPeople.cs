using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.Recipes.Tests.Day;

/// <summary>Customers and the shop's staff. Each act is written into the books when it is done.</summary>
internal sealed class ShopPeople(DayWorld world, DayBooks books, Random chance)
{
    private const int Euro = 1;
    private const decimal DollarRate = 1.25m;
    private readonly List<(int Customer, int Address)> _customers = [];
    private int _dollar;
    private int _voucher;

    /// <summary>The shop as it opens: articles of three tax rates, some in two sizes, no stock yet.</summary>
    public void Open(int articles)
    {
        _dollar = world.Shop.AddCurrency("USD", DollarRate).Id;
        _voucher = world.Shop.Sales.AddCartRule("FIVE", "Five off").Id;
        var (_, sizes) = world.Shop.AddOption("Size", "S", "L");
        for (var number = 1; number <= articles; number++)
            AddArticle(number, sizes);
    }

    public void Register()
    {
        var email = $"customer{_customers.Count + 1}@example.com";
        var customer = world.Shop.Sales.AddCustomer(email, "Jane", $"Miller {_customers.Count + 1}");
        _customers.Add((customer.Id, world.Shop.Sales.AddAddress(customer.Id).Id));
        books.Customers.Add(email);
    }

    public void PlaceOrder()
    {
        var foreign = chance.Next(10) == 0;
        var rate = foreign ? DollarRate : 1m;
        var lines = Choose(rate);
        var carrier = chance.Next(3) == 0 ? 1 : 2;
        var voucher = !foreign && lines.All(line => line.Goods.Vat == 20m) && lines.Sum(line => line.Bought.Gross) > 12m && chance.Next(3) == 0;
        var (customer, address) = _customers[chance.Next(_customers.Count)];
        var born = chance.Next(10) switch { < 5 => 2, < 9 => 10, _ => 1 };
        var stored = world.Shop.Sales.PlaceOrder(new PrestaShopOrderDraft
        {
            CustomerId = customer,
            AddressId = address,
            StateId = born,
            CarrierId = carrier,
            CurrencyId = foreign ? _dollar : Euro,
            Module = born == 1 ? "ps_checkpayment" : "ps_wirepayment",
            Payment = born == 1 ? "Cheque" : "Bank transfer",
            Lines = [.. lines.Select(line => line.Sent)],
            Vouchers = voucher ? [(_voucher, 6m, 5m)] : [],
        });
        var order = new OrderLedger(stored.Id, stored["reference"]!, foreign ? "USD" : "EUR") { Born = born };
        order.Lines.AddRange(lines.Select(line => line.Bought));
        var shipping = carrier == 1 ? 0m : Cents.Round(Cents.Round(7m * rate) * 1.2m);
        order.Total = order.Lines.Sum(line => line.Gross) + shipping - (voucher ? 6m : 0m);
        books.Orders.Add(order);
        if (born == 2)
            BookPayment(order);
    }

    public void ConfirmPayment(OrderLedger order)
    {
        world.Shop.Sales.ChangeState(order.ShopId, 2);
        BookPayment(order);
    }

    /// <summary>Cancels an order; one that was invoiced is credited whole.</summary>
    public void Cancel(OrderLedger order)
    {
        world.Shop.Sales.ChangeState(order.ShopId, 6);
        order.Stage = Stage.Cancelled;
        if (order.IsInvoiced)
            order.Credited = order.Total;
    }

    /// <summary>Gives the money for one piece of the first line back.</summary>
    public void Refund(OrderLedger order)
    {
        var line = order.Lines[0];
        var detail = world.Shop.Sales.Details.First(row => row.Number("id_order") == order.ShopId);
        world.Shop.Sales.AddSlip(order.ShopId, 0m, (detail.Id, 1));
        order.OnSlips += line.UnitGross;
        order.Credited += line.UnitGross;
    }

    public void RenameArticle(int words)
    {
        var goods = books.Goods.Where(one => one.Name is not null).ElementAt(chance.Next(books.Goods.Count(one => one.Name is not null)));
        goods.Name = $"Article {goods.Sku}, edition {words}";
        var product = world.Shop.Products[goods.ProductId];
        product.Name["en"] = goods.Name;
        product.DateUpd = world.Shop.Now;
    }

    private static void BookPayment(OrderLedger order) => (order.Stage, order.Paid, order.IsInvoiced) = (Stage.Paid, order.Total, true);

    private List<(GoodsLedger Goods, Bought Bought, PrestaShopOrderLine Sent)> Choose(decimal rate)
    {
        var lines = new List<(GoodsLedger, Bought, PrestaShopOrderLine)>();
        for (var count = chance.Next(1, 4); count > 0; count--)
        {
            var goods = books.Goods[chance.Next(books.Goods.Count)];
            if (lines.Exists(line => line.Item1 == goods))
                continue;
            var quantity = chance.Next(1, 3);
            // The customer pays what the page shows.
            var shown = Cents.Round(world.Shop.Products[goods.ProductId].Price * rate);
            var off = chance.Next(6) == 0 ? Cents.Round(shown / 10m) : 0m;
            lines.Add((goods, new Bought(goods.Sku, quantity, shown - off, goods.Vat), new PrestaShopOrderLine(goods.ProductId, quantity, goods.CombinationId) { UnitPrice = shown, ReductionAmount = off }));
        }

        return lines;
    }

    private void AddArticle(int number, IReadOnlyList<PrestaShopProductOptionValue> sizes)
    {
        var (group, vat) = (number % 4) switch { 0 => (3, 5.5m), 1 => (2, 10m), _ => (1, 20m) };
        var (sku, price) = ($"ART{number:000}", Cents.Round(5m + (chance.Next(1, 8000) / 100m)));
        var product = world.Shop.AddProduct(one =>
        {
            (one.Reference, one.Price, one.TaxRulesGroupId) = (sku, price, group);
            one.Name["en"] = $"Article {sku}";
        });
        if (number % 6 != 0)
        {
            books.Goods.Add(new GoodsLedger(sku, product.Id, 0, vat) { Price = price, Name = $"Article {sku}" });
            return;
        }

        foreach (var size in sizes)
        {
            var code = $"{sku}-{size.Name["en"]}";
            var combination = world.Shop.AddCombination(product.Id, one => (one.Reference, one.OptionValueIds) = (code, [size.Id]));
            books.Goods.Add(new GoodsLedger(code, product.Id, combination.Id, vat));
        }
    }
}
