using ErpSync;

namespace MyConnector;

/// <summary>From row to record and back: pure functions.</summary>
public static class ProductMapping
{
    private const int NameLength = 64;
    private const string Language = "en";
    private static readonly CurrencyCode Euro = new("EUR");

    /// <summary>What the connector declares of products.</summary>
    public static KindProfile<Product> Profile { get; } = new()
    {
        ReadFields = new HashSet<string> { nameof(Product.Reference), nameof(Product.Name), nameof(Product.PriceNet) },
        Normalise = Normalise,
    };

    /// <summary>The record that a row holds.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The record with its id.</returns>
    public static Remote<Product> Read(ProductRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Remote<Product>(RemoteId.From(row.Id), new Product
        {
            Reference = row.Reference,
            Name = LocalizedText.Of(Language, row.Name),
            PriceNet = row.Price is { } price ? new Money(price, Euro) : null,
        })
        {
            Label = row.Reference ?? row.Name,
        };
    }

    /// <summary>The row with some fields of a record.</summary>
    /// <param name="row">The row to change.</param>
    /// <param name="product">The record.</param>
    /// <param name="fields">The names of the fields to take over; the others stay.</param>
    /// <returns>The changed row.</returns>
    public static ProductRow Write(ProductRow row, Product product, IEnumerable<string> fields)
    {
        var stored = Normalise(product);
        return fields.Aggregate(row, (changed, field) => field switch
        {
            nameof(Product.Reference) => changed with { Reference = stored.Reference },
            nameof(Product.Name) => changed with { Name = stored.Name[Language] ?? "" },
            nameof(Product.PriceNet) => changed with { Price = stored.PriceNet?.Amount },
            _ => changed,
        });
    }

    /// <summary>What the file makes of a record: one language, short names, two decimals.</summary>
    private static Product Normalise(Product product) => product with
    {
        Name = product.Name.Only([Language]).Select(text => text.Length <= NameLength ? text : text[..NameLength].TrimEnd()),
        PriceNet = product.PriceNet?.Round(2),
    };
}
