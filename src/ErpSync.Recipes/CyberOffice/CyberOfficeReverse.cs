namespace ErpSync.Recipes;

/// <summary>The way from Dolibarr to PrestaShop, a switch per kind. Where both directions of a kind run, each field has one owner.</summary>
public sealed class CyberOfficeReverse
{
    /// <summary>Whether categories made or changed in the ERP appear in the shop. Default false.</summary>
    public bool Categories { get; set; }

    /// <summary>Whether products made or changed in the ERP appear in the shop. Default false.</summary>
    public bool Products { get; set; }

    /// <summary>Whether variants do. Default false; needs <see cref="CyberOfficeOptions.Variants"/>.</summary>
    public bool Variants { get; set; }

    /// <summary>Whether the ERP's selling prices go to the shop. Default false.</summary>
    public bool Prices { get; set; }

    /// <summary>Whether the ERP's sellable stock goes to the shop. Default false: the shop's stock goes to the ERP.</summary>
    public bool Stock { get; set; }

    /// <summary>Whether the ERP's pictures go to the shop. Default false.</summary>
    public bool Images { get; set; }

    /// <summary>Whether the ERP's order status goes back to the shop. Default false.</summary>
    public bool Status { get; set; }

    /// <summary>Whether shipments and tracking numbers go back to the shop. Default true.</summary>
    public bool Tracking { get; set; } = true;

    /// <summary>Whether the shop mails its customer about a status that came back. Default false.</summary>
    public bool Mails { get; set; }

    /// <summary>
    /// With <see cref="Products"/>: the names of the fields of <see cref="Product"/> that the ERP owns; all others are the shop's. Default <c>PriceNet</c> where <see cref="Prices"/> is on. A product
    /// that only one side has is carried over whole.
    /// </summary>
    public ISet<string> ErpOwns { get; } = new HashSet<string>(StringComparer.Ordinal);
}
