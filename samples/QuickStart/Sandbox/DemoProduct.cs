using System.Globalization;

namespace QuickStart.Sandbox;

/// <summary>What the demo knows of one product; everything follows from its number.</summary>
internal sealed record DemoProduct(int Number, string BaseName)
{
    public string Reference => string.Create(CultureInfo.InvariantCulture, $"P-{Number:00000}");

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{BaseName} no. {Number}");

    /// <summary>Of ten products, seven are in both, two only in the shop, one only in the ERP.</summary>
    public bool IsInShop => Number % 10 != 7;

    public bool IsInErp => Number % 10 is not (5 or 6);

    public bool HasReducedTax => Number % 5 == 3;

    public bool HasVariants => Number % 40 == 6;

    public bool HasPicture => Number % 100 == 4;

    public string ShopDescription => $"<p>{BaseName} &amp; co. &mdash; <strong>caf&eacute;</strong> quality, 100 % cotton &lt;3</p>";

    /// <summary>The same text, or a poorer one that somebody typed into the ERP long ago.</summary>
    public string ErpDescription => Number % 3 == 0 ? $"{BaseName}, see catalogue" : ShopDescription;

    public decimal ShopPrice => Number % 4 == 0 ? 10m + (Number % 90) + 0.123456m : 10m + (Number % 90) + 0.5m;

    /// <summary>Every eighth price differs; the ERP keeps five decimals.</summary>
    public decimal ErpPrice => Number % 8 == 1 ? ShopPrice + 1m : Math.Round(ShopPrice, 5, MidpointRounding.AwayFromZero);

    public int ShopStock => (Number % 30) - (Number % 50 == 3 ? 40 : 0);

    /// <summary>Fractional for goods sold by the metre.</summary>
    public decimal ErpStock => BaseName.StartsWith("Garden", StringComparison.Ordinal) ? (Number % 30) + 0.5m : Number % 30;
}
