using System.Text.Json.Serialization;

namespace ErpSync.Recipes;

/// <summary>What <c>UseWpShop</c> keeps in step, and how. Checked when the recipe is added.</summary>
public sealed class WpShopOptions
{
    /// <summary>Categories go both ways, by link and never by label. Default true.</summary>
    public bool Categories { get; set; } = true;

    /// <summary>Products go both ways. Default true.</summary>
    public bool Products { get; set; } = true;

    /// <summary>Variants go both ways. Default true; needs <see cref="Products"/>.</summary>
    public bool Variants { get; set; } = true;

    /// <summary>Pictures of products go from the shop to the ERP. Default true; needs <see cref="Products"/>.</summary>
    public bool Images { get; set; } = true;

    /// <summary>Stock goes from the ERP to the shop: what can be sold, less the shop's open orders. Default true; needs <see cref="Products"/>.</summary>
    public bool Stock { get; set; } = true;

    /// <summary>The shop's customers and the ERP's third parties go both ways; a third party without an e-mail address is left out, because no shop account is possible without one. Default true.</summary>
    public bool Customers { get; set; } = true;

    /// <summary>
    /// The shop's orders go to the ERP and become invoices and payments there, as <see cref="Sales"/> says. Default true; needs <see cref="Products"/> and <see cref="Customers"/>, and that
    /// <see cref="Sales"/> says from when on.
    /// </summary>
    public bool Orders { get; set; } = true;

    /// <summary>How orders become money: from when on, statuses, ways of payment and bank accounts, services for shipping and discounts. What the recipe says of products, customers and tracking goes before it. Payments of the ERP go to the shop (<see cref="OrderToCashOptions.PaymentsBack"/>) unless told.</summary>
    public OrderToCashOptions Sales { get; } = new() { PaymentsBack = true };

    /// <summary>The ERP's shipments and their tracking numbers go to the shop. Default true; needs <see cref="Orders"/>.</summary>
    public bool Shipments { get; set; } = true;

    /// <summary>What is new in the ERP is created in the shop. Default true.</summary>
    public bool CreateInShop { get; set; } = true;

    /// <summary>What is new in the shop is created in the ERP. Default true.</summary>
    public bool CreateInErp { get; set; } = true;

    /// <summary>Whether an edit goes over by itself (<see cref="Edits.Carry"/>, the default) or shows orange until a person decides. Stock and orders always go over.</summary>
    public Edits Edits { get; set; } = Edits.Carry;

    /// <summary>Whether the ERP leads: where both sides edited the same field its version stays, and the shop's is in the journal. Default true; when false, both stay and a person is asked.</summary>
    public bool ErpLeads { get; set; } = true;

    /// <summary>Whose version stays where linked records differ that never agreed. Default <see cref="WpShopFirstMeeting.Ask"/>.</summary>
    public WpShopFirstMeeting FirstMeeting { get; set; }

    /// <summary>Links records with the same natural key (reference, e-mail address) by themselves when they meet. Default true; when false, records are linked by hand only and nothing is created that might be there already.</summary>
    public bool LinkByKey { get; set; } = true;

    /// <summary>What follows a deletion at either side. Default <see cref="Deletion.Ask"/>: the survivor is orange until a person decides.</summary>
    public Deletion Deletions { get; set; } = Deletion.Ask;

    /// <summary>How often stock is looked at by its feed, 10 seconds to a day. Default a minute, as orders are.</summary>
    [JsonIgnore]
    public TimeSpan StockEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the catalogue and customers are looked at by their feed, 10 seconds to a day. Default 5 minutes.</summary>
    [JsonIgnore]
    public TimeSpan CatalogueEvery { get; set; } = TimeSpan.FromMinutes(5);

    internal void Check(string pair)
    {
        var errors = new List<string>();
        if (!Products && (Variants || Images || Stock || Orders))
            errors.Add("Variants, Images, Stock and Orders need Products.");
        if (!Customers && Orders)
            errors.Add("Orders need Customers.");
        if (!Orders && Shipments)
            errors.Add("Shipments need Orders.");
        if (!Products && !Customers && !Categories)
            errors.Add("nothing is kept in step.");
        foreach (var (name, every) in new[] { (nameof(StockEvery), StockEvery), (nameof(CatalogueEvery), CatalogueEvery) })
        {
            if (every < TimeSpan.FromSeconds(10) || every > TimeSpan.FromDays(1))
                errors.Add($"{name} must be 10 seconds to a day.");
        }

        if (Orders)
            OptionRules.Check(Sales, pair, errors);
        if (errors.Count > 0)
            throw new ErpSyncConfigurationException($"Recipe WpShop of pair '{pair}': {string.Join(" ", errors)}");
    }
}
