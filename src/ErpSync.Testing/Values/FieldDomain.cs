namespace ErpSync.Testing;

/// <summary>
/// Which values are valid in the system under test. <see cref="FieldValues"/> stays inside; what the system changes inside the domain, the connector must declare in
/// <see cref="KindProfile{T}.Normalise"/>.
/// </summary>
public sealed record FieldDomain
{
    /// <summary>What references and names of test records begin with, so that they are found and removed on a live system.</summary>
    public string Prefix { get; init; } = "ERPSYNC-TEST-";

    /// <summary>The ISO 639-1 codes of the languages that texts are given in; English unless told.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>The currency of money; EUR unless told.</summary>
    public CurrencyCode Currency { get; init; } = new("EUR");

    /// <summary>The most decimals that money and numbers have; 6 unless told.</summary>
    public int Decimals { get; init; } = 6;

    /// <summary>The most decimals that stock quantities have; 0 unless told.</summary>
    public int QuantityDecimals { get; init; }

    /// <summary>Above what amount no money and no number is tried; 100,000 unless told.</summary>
    public decimal Largest { get; init; } = 100_000;

    /// <summary>How long names and other single lines get, in UTF-16 units; 60 unless told.</summary>
    public int LineLength { get; init; } = 60;

    /// <summary>How long HTML texts get, in UTF-16 units; 4000 unless told.</summary>
    public int TextLength { get; init; } = 4000;

    /// <summary>Whether texts hold characters outside the Basic Multilingual Plane; true unless told.</summary>
    public bool Emoji { get; init; } = true;

    /// <summary>Characters that single lines never hold because systems refuse them there; <c>&lt;&gt;;=#{}</c> unless told.</summary>
    public string ForbiddenInLines { get; init; } = "<>;=#{}";

    /// <summary>The sets of taxes that a product may have, which must exist in the system; none unless told, and then taxes are not varied.</summary>
    public IReadOnlyList<ValueList<TaxRate>> TaxSets { get; init; } = [];

    /// <summary>The keys of custom fields that exist in the system; none unless told, and then custom fields are not varied.</summary>
    public IReadOnlyList<string> CustomKeys { get; init; } = [];

    /// <summary>The keys of the other maps that exist in the system, by the name of the field, for example <c>Features</c>; none unless told, and then they are not varied.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MapKeys { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>
    /// The words that a field may be set to, by the name of the field, for example <c>Stage</c>: Confirmed, Cancelled.
    /// Fields of fixed words, and texts that only the system knows (country, language, a lead's status), are not varied unless told here.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The names of fields that are never varied, because the system computes or refuses them; none unless told.</summary>
    public IReadOnlySet<string> Fixed { get; init; } = new HashSet<string>();

    /// <summary>The day that dates lie around; 2026-03-01 unless told.</summary>
    public DateOnly Day { get; init; } = new(2026, 3, 1);

    /// <summary>The names of the options that variants are made of; Size and Colour unless told.</summary>
    public IReadOnlyList<string> OptionNames { get; init; } = ["Size", "Colour"];

    /// <summary>The names of fields that may become empty; the texts beside the name, barcode and weight unless told.</summary>
    public IReadOnlySet<string> MayBeEmpty { get; init; } = new HashSet<string>
    {
        nameof(Product.Summary), nameof(Product.Description), nameof(Product.Barcode), nameof(Product.Categories), nameof(Category.Parent),
    };
}
