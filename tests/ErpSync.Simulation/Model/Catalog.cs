using System.Text.Json;

namespace ErpSync.Simulation.Model;

/// <summary>What the world knows of a kind: its shape, its atoms and where a record tells its identity.</summary>
internal sealed record Catalog<T>(Shape<T> Shape, IReadOnlyList<Atom<T>> Atoms, Func<T, int> Gid)
    where T : class, IEntity
{
    private readonly string[] _fields = [.. Shape.Fields.Select(field => field.Name)];

    public required IReadOnlySet<string> ReadFields { get; init; }

    public IReadOnlyList<string> FieldNames => _fields;

    /// <summary>A field's value as the journal writes it.</summary>
    public string Json(string field, T record)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { SkipValidation = true }))
            Shape.Find(field)!.Write(json, record);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

internal static class Catalog
{
    public static Catalog<Category> Categories { get; } = new(
        CatalogShapes.Category,
        [
            new("Name.en", "Name", true, x => Typing.EditIn(x.Name["en"]), x => x.Name["en"] ?? "", (x, e, _) => x with { Name = x.Name.Overlay(LocalizedText.Of("en", Typing.Plain(e))) }),
            new("Name.fr", "Name", false, x => Typing.EditIn(x.Name["fr"]), x => x.Name["fr"] ?? "", (x, e, _) => x with { Name = x.Name.Overlay(LocalizedText.Of("fr", Typing.Plain(e))) }),
        ],
        x => Typing.GidIn(x.Description["en"]))
    { ReadFields = Set("Name", "Description", "Parent") };

    public static Catalog<Product> Products { get; } = new(
        CatalogShapes.Product,
        [
            new("Reference", "Reference", true, x => Typing.EditIn(x.Reference), x => x.Reference ?? "", (x, e, _) => x with { Reference = x.Reference is null ? null : Typing.Reference(e) }),
            new("Name.en", "Name", false, x => Typing.EditIn(x.Name["en"]), x => x.Name["en"] ?? "", (x, e, d) => x with { Name = x.Name.Overlay(LocalizedText.Of("en", Typing.Text(e, d))) }),
            new("Name.fr", "Name", false, x => Typing.EditIn(x.Name["fr"]), x => x.Name["fr"] ?? "", (x, e, d) => x with { Name = x.Name.Overlay(LocalizedText.Of("fr", Typing.Text(e, d))) }),
            new("Description.en", "Description", false, x => Typing.EditIn(x.Description["en"]), x => x.Description["en"] ?? "", (x, e, d) => x with { Description = LocalizedText.Of("en", Typing.Html(e, d)) }),
            new("PriceNet", "PriceNet", false, x => Typing.EditIn(x.PriceNet?.Amount), x => x.PriceNet?.ToString() ?? "", (x, e, _) => x with { PriceNet = Typing.Price(e) }),
            new("WeightKg", "WeightKg", false, x => Typing.EditIn(x.WeightKg), x => $"{x.WeightKg}", (x, e, _) => x with { WeightKg = Typing.Number(e) }),
            new("Custom.k1", "Custom", false, x => Typing.EditIn(x.Custom["k1"]), x => x.Custom["k1"] ?? "", (x, e, d) => x with { Custom = x.Custom.Overlay(TextMap.From([new("k1", Typing.Text(e, d))])) }),
            new("Custom.k2", "Custom", false, x => Typing.EditIn(x.Custom["k2"]), x => x.Custom["k2"] ?? "", (x, e, d) => x with { Custom = x.Custom.Overlay(TextMap.From([new("k2", Typing.Text(e, d))])) }),
        ],
        x => Typing.GidIn(x.Barcode))
    { ReadFields = Set("Reference", "Name", "Description", "PriceNet", "WeightKg", "Barcode", "Categories", "Custom") };

    public static Catalog<ProductVariant> Variants { get; } = new(
        CatalogShapes.ProductVariant,
        [
            new("Reference", "Reference", true, x => Typing.EditIn(x.Reference), x => x.Reference ?? "", (x, e, _) => x with { Reference = x.Reference is null ? null : Typing.Reference(e) }),
            new("PriceNet", "PriceNet", false, x => Typing.EditIn(x.PriceNet?.Amount), x => x.PriceNet?.ToString() ?? "", (x, e, _) => x with { PriceNet = Typing.Price(e) }),
            new("WeightKg", "WeightKg", false, x => Typing.EditIn(x.WeightKg), x => $"{x.WeightKg}", (x, e, _) => x with { WeightKg = Typing.Number(e) }),
        ],
        x => x.Options.Count == 0 ? 0 : Typing.GidIn(x.Options[0].Value))
    { ReadFields = Set("Reference", "Options", "PriceNet", "WeightKg") };

    public static Catalog<StockLevel> Levels { get; } = new(CatalogShapes.StockLevel, [], _ => 0) { ReadFields = Set("Quantity") };

    private static HashSet<string> Set(params string[] names) => [.. names];
}
