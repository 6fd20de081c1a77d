using System.Globalization;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;

namespace QuickStart.Sandbox;

/// <summary>Fills the embedded shop and ERP with two catalogues that overlap only partly and hold the dirty data that real ones hold. The same for the same size.</summary>
internal static class DemoCatalogue
{
    /// <summary>A picture of one pixel.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly string[] Names = ["Mug", "T-shirt", "Café au lait bowl", "Salt & pepper set", "Garden hose 25 m", "Über-Lampe", "Crème brûlée torch", "Party hat 🎉", "Naïve poster", "Wool socks"];

    public static void Seed(PrestaShopSandbox shop, DolibarrSandbox erp, int products)
    {
        var shopCategories = ShopCategories(shop);
        var erpCategories = ErpCategories(erp);
        var (_, sizes) = shop.State.AddOption("Size", "S", "M", "L");
        for (var i = 0; i < products - 6; i++)
        {
            var product = new DemoProduct(i, Names[i % Names.Length]);
            if (product.IsInShop)
                AddToShop(shop, product, shopCategories, sizes.Select(size => size.Id).ToArray());
            if (product.IsInErp)
                AddToErp(erp, product, erpCategories);
        }

        AddOddOnes(shop, erp);
        erp.State.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BANK", "Current account", "EUR"));
    }

    /// <summary>A product without a reference, a reference that two products share (with and without a counterpart), and HTML where it does not belong.</summary>
    private static void AddOddOnes(PrestaShopSandbox shop, DolibarrSandbox erp)
    {
        shop.State.AddProduct(p =>
        {
            p.Name["en"] = "Voucher card without a reference";
            p.Price = 25m;
        });
        foreach (var name in new[] { "Tea towel, blue", "Tea towel, green" })
        {
            shop.State.AddProduct(p =>
            {
                p.Reference = "TOWEL";
                p.Name["en"] = name;
                p.Price = 4.9m;
            });
        }

        foreach (var name in new[] { "Candle, small", "Candle, large" })
        {
            shop.State.AddProduct(p =>
            {
                p.Reference = "CANDLE";
                p.Name["en"] = name;
                p.Price = 7.5m;
            });
        }

        var candle = erp.State.AddProduct(p =>
        {
            p.Ref = "CANDLE";
            p.Label = "Candle";
            p.Price = 7.5m;
            p.VatRate = 20m;
        });
        erp.State.SetStock(candle.Id, 1, 12m);
    }

    private static Dictionary<string, int> ShopCategories(PrestaShopSandbox shop)
    {
        var clothes = shop.State.AddCategory("Clothes");
        var kitchen = shop.State.AddCategory("Kitchen & table");
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["Men"] = shop.State.AddCategory("Men", clothes.Id).Id,
            ["Women"] = shop.State.AddCategory("Women", clothes.Id).Id,
            ["Mugs"] = shop.State.AddCategory("Mugs", kitchen.Id).Id,
            ["Kitchen & table"] = kitchen.Id,
        };
    }

    private static Dictionary<string, int> ErpCategories(DolibarrSandbox erp)
    {
        var clothes = erp.State.AddCategory(c => c.Label = "Clothes");
        var tools = erp.State.AddCategory(c => c.Label = "Tools");
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["Men"] = erp.State.AddCategory(c =>
            {
                c.Label = "Men";
                c.ParentId = clothes.Id;
            }).Id,
            ["Hand tools"] = erp.State.AddCategory(c =>
            {
                c.Label = "Hand tools";
                c.ParentId = tools.Id;
            }).Id,
        };
    }

    private static void AddToShop(PrestaShopSandbox shop, DemoProduct product, Dictionary<string, int> categories, int[] sizes)
    {
        var added = shop.State.AddProduct(p =>
        {
            p.Reference = product.Reference;
            p.Name["en"] = product.Name;
            p.Name["fr"] = product.Name + " (fr)";
            p.Description["en"] = product.ShopDescription;
            p.Price = product.ShopPrice;
            p.TaxRulesGroupId = product.HasReducedTax ? 3 : 1;
            p.CategoryIds = [2, categories.Values.ElementAt(product.Number % categories.Count)];
            p.Weight = product.Number % 7 * 0.125m;
        });
        if (product.HasPicture)
            shop.State.AddImage(added.Id, Picture);
        if (product.HasVariants)
        {
            for (var n = 0; n < sizes.Length; n++)
            {
                var combination = shop.State.AddCombination(added.Id, c =>
                {
                    c.Reference = string.Create(CultureInfo.InvariantCulture, $"{product.Reference}-{n + 1}");
                    c.PriceImpact = n * 1.5m;
                    c.OptionValueIds = [sizes[n]];
                });
                shop.State.SetStock(added.Id, 3 + n, combination.Id);
            }
        }
        else
        {
            shop.State.SetStock(added.Id, product.ShopStock);
        }
    }

    private static void AddToErp(DolibarrSandbox erp, DemoProduct product, Dictionary<string, int> categories)
    {
        var added = erp.State.AddProduct(p =>
        {
            p.Ref = product.Reference;
            p.Label = product.Name;
            p.Description = product.ErpDescription;
            p.Price = product.ErpPrice;
            p.VatRate = product.HasReducedTax ? 5.5m : 20m;
            p.Weight = product.Number % 7 * 0.125m;
        });
        if (product.Number % 3 == 0)
            erp.State.LinkCategory(categories.Values.ElementAt(product.Number / 3 % categories.Count), added.Id);
        if (!product.HasVariants)
            erp.State.SetStock(added.Id, 1, product.ErpStock);
    }
}
