using System.Globalization;

namespace ErpSync.Testing;

/// <summary>Random valid values inside a declared domain: accents, other scripts, emoji, ampersands, quotes, HTML, long texts, six decimals, zero and nothing. The same seed gives the same values. Not safe for parallel use.</summary>
/// <param name="seed">The seed.</param>
/// <param name="domain">The domain; the default domain when null.</param>
public sealed class FieldValues(int seed, FieldDomain? domain = null)
{
    private static readonly HashSet<string> Coded =
    [
        nameof(Customer.Language), nameof(Address.Country), nameof(Address.State), nameof(Customer.Shop), nameof(Customer.PaymentTerms), nameof(Lead.Status), nameof(Deal.Stage), nameof(Product.TaxClass),
        nameof(Product.Unit), nameof(Customer.Salutation), nameof(Customer.Origin), nameof(Product.Isbn), nameof(Product.ExternalUrl), nameof(Address.Identification), nameof(Order.PaymentText), nameof(Order.CarrierText),
    ];

    private readonly Random _random = new(seed);
    private readonly DocumentValues _documents = new(new Random(seed), domain ?? new FieldDomain());
    private int _pages;
    private int _numbers;

    /// <summary>The domain.</summary>
    public FieldDomain Domain { get; } = domain ?? new FieldDomain();

    /// <summary>The record with another value in a field.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="record">The record; other languages and keys that it holds stay.</param>
    /// <param name="targets">The records that pointers may point at; none leaves pointers alone.</param>
    /// <returns>The changed record, or null when the domain holds no other value for the field.</returns>
    public T? Vary<T>(Field<T> field, T record, IReadOnlyList<Ref>? targets = null)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(field);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (Next(field, record, targets ?? []) is { } next && !field.AreEqual(next, record))
                return next;
        }

        return null;
    }

    /// <summary>A reference: the domain's prefix and eight hexadecimal digits.</summary>
    /// <returns>The reference.</returns>
    public string Reference() => Domain.Prefix + _random.Next(int.MaxValue).ToString("X8", CultureInfo.InvariantCulture);

    /// <summary>A single line of text, never empty, at most as long as the domain says.</summary>
    /// <returns>The line.</returns>
    public string Line() => TextSamples.Line(_random, Domain, Domain.LineLength);

    /// <summary>A piece of HTML; every third is nearly as long as the domain allows.</summary>
    /// <returns>The HTML.</returns>
    public string Html() => TextSamples.Page(_random, Domain, _pages++ % 3 == 0 ? Domain.TextLength : 200);

    /// <summary>A single line in each of the domain's languages.</summary>
    /// <returns>The text.</returns>
    public LocalizedText Name() => Localized(Line);

    /// <summary>A number from zero to the domain's largest; zero, round numbers and numbers with all decimals come often; every second number has all decimals.</summary>
    /// <param name="decimals">The most decimals.</param>
    /// <returns>The number.</returns>
    public decimal Number(int decimals) => (_numbers++ % 2 == 0 ? 3 + _random.Next(2) : _random.Next(3)) switch
    {
        0 => 0,
        1 => Math.Min(_random.Next(1, 1000), Domain.Largest),
        2 => Math.Round(Math.Min(_random.Next(1, 100_000) / 100m, Domain.Largest), Math.Min(decimals, 2)),
        3 => Scaled(1 + _random.Next(99), decimals),
        _ => Math.Min(Math.Round(_random.NextInt64(1, (long)Domain.Largest) * 0.9m, 0) + Scaled(_random.NextInt64(1, 999_999), decimals), Domain.Largest),
    };

    /// <summary>A valid EAN-13 that begins with 2, the range for use within a house.</summary>
    /// <returns>13 digits.</returns>
    public string Barcode()
    {
        var digits = "2" + _random.NextInt64(100_000_000_000L).ToString("D11", CultureInfo.InvariantCulture);
        var sum = digits.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 3)).Sum();
        return digits + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <summary>A picture: a valid PNG of 8 by 8 pixels in one colour.</summary>
    /// <returns>The picture.</returns>
    public ImageContent Picture()
    {
        var bytes = PngSamples.Square(_random);
        var revision = "test-" + _random.Next(int.MaxValue).ToString("x8", CultureInfo.InvariantCulture);
        return new ImageContent(revision, "image/png", revision + ".png") { OpenAsync = _ => Task.FromResult(bytes) };
    }

    private T? Next<T>(Field<T> field, T record, IReadOnlyList<Ref> targets)
        where T : class, IEntity
    {
        if (Domain.Fixed.Contains(field.Name))
            return null;
        if (Domain.Choices.TryGetValue(field.Name, out var choices))
            return choices.Count == 0 ? null : Chosen(field, record, choices[_random.Next(choices.Count)]);
        var empty = Domain.MayBeEmpty.Contains(field.Name) && _random.Next(6) == 0;
        var fitting = field.PointsTo is { } kind && (typeof(T).Assembly == typeof(IEntity).Assembly || targets.Any(target => target.Kind == kind)) ? [.. targets.Where(target => target.Kind == kind)] : targets;
        return field switch
        {
            TypedField<T, string?> text => Word(field.Name, empty) is { } word ? text.With(record, word) : empty ? text.With(record, null) : null,
            TypedField<T, LocalizedText> text => text.With(record, text.Get(record).Overlay(empty ? Localized(() => "") : Localized(text.Type == LocalizedTextField.Html ? Html : NamedLine(field.Name)))),
            TypedField<T, Money?> money => money.With(record, Amount()),
            TypedField<T, decimal?> number => number.With(record, Number(number.Merge == MergeStyle.Difference ? Domain.QuantityDecimals : Domain.Decimals)),
            TypedField<T, bool?> flag => flag.With(record, !(flag.Get(record) ?? false)),
            TypedField<T, DateOnly?> day => day.With(record, Day()),
            TypedField<T, DateTimeOffset?> instant => instant.With(record, Instant()),
            TypedField<T, CurrencyCode?> currency => currency.With(record, Domain.Currency),
            TypedField<T, ValueList<TaxRate>?> taxes when Domain.TaxSets.Count > 0 => taxes.With(record, Taxes()),
            TypedField<T, TextMap> map when Keys(field.Name) is { Count: > 0 } keys => map.With(record, map.Get(record).Overlay(TextMap.From([new(keys[_random.Next(keys.Count)], Line())]))),
            TypedField<T, TextSet> words => words.With(record, TextSet.From(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Line()))),
            TypedField<T, ValueList<VariantOption>> options => options.With(record, Options()),
            TypedField<T, ValueList<string>> lines => lines.With(record, Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Reference()).ToValueList()),
            TypedField<T, PostalAddress?> address => address.With(record, empty ? null : SomeAddress()),
            TypedField<T, ValueList<DocumentLine>> lines => lines.With(record, _documents.Lines(targets)),
            TypedField<T, ValueList<ShipmentLine>> lines => lines.With(record, _documents.ShipmentLines(targets)),
            TypedField<T, ValueList<DocumentMessage>> messages => messages.With(record, [new DocumentMessage { At = Instant(), IsPrivate = _random.Next(2) == 0, Text = Line() }]),
            TypedField<T, ValueList<PackItem>> items when Goods(targets) is { Count: > 0 } goods => items.With(record, goods.Select(product => new PackItem(product, _random.Next(1, 9))).ToValueList()),
            TypedField<T, RefSet> set when fitting.Count > 0 => set.With(record, RefSet.From(fitting.Where(_ => _random.Next(2) == 0))),
            TypedField<T, Ref?> pointer when fitting.Count > 0 => pointer.With(record, empty ? null : fitting[_random.Next(fitting.Count)]),
            TypedField<T, ImageContent> picture => picture.With(record, Picture()),
            _ => null,
        };
    }

    /// <summary>Words that only the system knows (a country, a status) are not invented.</summary>
    private string? Word(string field, bool empty) => empty || Coded.Contains(field) ? null : Text(field);

    private IReadOnlyList<string>? Keys(string field) => field == nameof(Product.Custom) ? Domain.CustomKeys : Domain.MapKeys.GetValueOrDefault(field);

    private static T Chosen<T>(Field<T> field, T record, string word)
        where T : class, IEntity
    {
        if (field is TypedField<T, TextSet> words)
            return words.With(record, [word]);
        using var json = System.Text.Json.JsonDocument.Parse($"\"{System.Text.Json.JsonEncodedText.Encode(word)}\"");
        return field.Read(record, json.RootElement);
    }

    private string Text(string field) => field switch
    {
        nameof(Product.Reference) => Reference(),
        nameof(Product.Barcode) => Barcode(),
        nameof(Customer.Email) => Reference().ToLowerInvariant() + "@example.org",
        nameof(Customer.Phone) or nameof(Customer.Mobile) => "+33 1" + _random.Next(10_000_000, 100_000_000).ToString(CultureInfo.InvariantCulture),
        nameof(Customer.VatNumber) => "FR" + _random.NextInt64(10_000_000_000L, 100_000_000_000L).ToString(CultureInfo.InvariantCulture),
        nameof(Product.Upc) => Barcode()[..12],
        nameof(Product.Mpn) or nameof(Order.TransactionId) => Reference(),
        nameof(Customer.Website) or nameof(Shipment.TrackingUrl) => "https://example.org/" + Reference(),
        _ => Line(),
    };

    private ValueList<TaxRate> Taxes() => Domain.TaxSets[_random.Next(Domain.TaxSets.Count)];

    private Money Amount() => new(Number(Domain.Decimals), Domain.Currency);

    private DateOnly Day() => Domain.Day.AddDays(_random.Next(-300, 300));

    private DateTimeOffset Instant() => new(Day(), new TimeOnly(_random.Next(24), _random.Next(60), _random.Next(60)), TimeSpan.Zero);

    private PostalAddress SomeAddress() => new()
    {
        FirstName = Line(),
        LastName = Line(),
        Line1 = Line(),
        Postcode = _random.Next(10_000, 100_000).ToString(CultureInfo.InvariantCulture),
        City = Line(),
        Country = Domain.Choices.TryGetValue(nameof(PostalAddress.Country), out var countries) && countries.Count > 0 ? countries[_random.Next(countries.Count)] : "FR",
    };

    private static List<Ref> Goods(IReadOnlyList<Ref> targets) => [.. targets.Where(target => target.Kind == EntityKind.Product || target.Kind == EntityKind.ProductVariant)];

    private Func<string> NamedLine(string field) => field == nameof(Product.Name)
        ? () => Domain.Prefix + TextSamples.Line(_random, Domain, Math.Max(10, Domain.LineLength - Domain.Prefix.Length))
        : Line;

    private LocalizedText Localized(Func<string> text) => LocalizedText.From(Domain.Languages.Select(language => KeyValuePair.Create(language, text())));

    private ValueList<VariantOption> Options() =>
        Domain.OptionNames.Select(name => new VariantOption(name, $"{name[..1]}{_random.Next(1, 1000).ToString(CultureInfo.InvariantCulture)}")).ToValueList();

    private static decimal Scaled(long number, int decimals)
    {
        var scaled = (decimal)number;
        for (var place = 0; place < decimals; place++)
            scaled /= 10;
        return decimals == 0 ? Math.Round(scaled, 0) : scaled;
    }
}
