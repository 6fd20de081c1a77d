using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.PrestaShop.Tests;

/// <summary>Seeds what is bought.</summary>
internal static class SalesSeed
{
    /// <summary>A shop's customer with an address, and two products: one plain with 20 % tax, one with combinations and a reduced tax.</summary>
    public static (PrestaShopRecord Customer, PrestaShopRecord Address, PrestaShopProduct Mug, PrestaShopCombination Shirt) Basics(PrestaShopState state)
    {
        var customer = state.Sales.AddCustomer("jane@example.com", "Jane", "Miller");
        var address = state.Sales.AddAddress(customer.Id, "Lyon");
        var mug = state.AddProduct(product =>
        {
            (product.Reference, product.Price, product.Weight) = ("MUG", 10.5m, 0.3m);
            product.Name["en"] = "Mug";
        });
        var shirt = state.AddProduct(product =>
        {
            (product.Reference, product.Price, product.TaxRulesGroupId) = ("SHIRT", 20m, 3);
            product.Name["en"] = "Shirt";
        });
        var (_, values) = state.AddOption("Size", "S", "M");
        var small = state.AddCombination(shirt.Id, combination => (combination.Reference, combination.PriceImpact, combination.OptionValueIds) = ("SHIRT-S", 1m, [values[0].Id]));
        return (customer, address, mug, small);
    }

    public static PrestaShopRecord Order(PrestaShopState state, Func<PrestaShopOrderDraft, PrestaShopOrderDraft>? change = null)
    {
        var customer = state.Sales.Customers.FirstOrDefault(row => row["email"] == "jane@example.com");
        if (customer is null)
            Basics(state);
        customer ??= state.Sales.Customers.First(row => row["email"] == "jane@example.com");
        var draft = new PrestaShopOrderDraft
        {
            CustomerId = customer.Id,
            AddressId = state.Sales.Addresses.First(row => row.Number("id_customer") == customer.Id).Id,
            Lines = [new(state.Products.First(product => product.Reference == "MUG").Id, 2)],
        };
        return state.Sales.PlaceOrder(change?.Invoke(draft) ?? draft);
    }

    /// <summary>The total of an order's lines compared with what the order tells.</summary>
    public static TotalsCheck Check(this Order order) => DocumentTotals.Check(order.Lines, DocumentAmounts.Of(order), order.Rounding);
}
