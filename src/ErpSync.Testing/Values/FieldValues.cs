using System.Globalization;

namespace ErpSync.Testing;

/// <summary>Random valid values inside a declared domain: accents, other scripts, emoji, ampersands, quotes, HTML, long texts, six decimals, zero and nothing. The same seed gives the same values. Not safe for parallel use.</summary>
/// <param name="seed">The seed.</param>
/// <param name="domain">The domain; the default domain when null.</param>
public sealed class FieldValues(int seed, FieldDomain? domain = null)
{
    private readonly Random _random = new(seed);
    private int _pages;

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

    /// <summary>A number from zero to the domain's largest; zero, round numbers and numbers with all decimals come often.</summary>
    /// <param name="decimals">The most decimals.</param>
    /// <returns>The number.</returns>
    public decimal Number(int decimals) => _random.Next(6) switch
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
        var empty = Domain.MayBeEmpty.Contains(field.Name) && _random.Next(6) == 0;
        return field switch
        {
            TypedField<T, string?> text => text.With(record, empty ? null : Text(field.Name)),
            TypedField<T, LocalizedText> text => text.With(record, text.Get(record).Overlay(empty ? Localized(() => "") : Localized(text.Type == LocalizedTextField.Html ? Html : NamedLine(field.Name)))),
            TypedField<T, Money?> money => money.With(record, new Money(Number(Domain.Decimals), Domain.Currency)),
            TypedField<T, decimal?> number => number.With(record, Number(number.Merge == MergeStyle.Difference ? Domain.QuantityDecimals : Domain.Decimals)),
            TypedField<T, bool?> flag => flag.With(record, !(flag.Get(record) ?? false)),
            TypedField<T, ValueList<TaxRate>?> taxes when Domain.TaxSets.Count > 0 => taxes.With(record, Domain.TaxSets[_random.Next(Domain.TaxSets.Count)]),
            TypedField<T, TextMap> map when Domain.CustomKeys.Count > 0 => map.With(record, map.Get(record).Overlay(TextMap.From([new(Domain.CustomKeys[_random.Next(Domain.CustomKeys.Count)], Line())]))),
            TypedField<T, ValueList<VariantOption>> options => options.With(record, Options()),
            TypedField<T, RefSet> set when targets.Count > 0 => set.With(record, RefSet.From(targets.Where(_ => _random.Next(2) == 0))),
            TypedField<T, Ref?> pointer when targets.Count > 0 => pointer.With(record, empty ? null : targets[_random.Next(targets.Count)]),
            TypedField<T, ImageContent> picture => picture.With(record, Picture()),
            _ => null,
        };
    }

    private string Text(string field) => field switch
    {
        nameof(Product.Reference) => Reference(),
        nameof(Product.Barcode) => Barcode(),
        _ => Line(),
    };

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
