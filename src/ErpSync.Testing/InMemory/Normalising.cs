using System.Text.RegularExpressions;

namespace ErpSync.Testing;

/// <summary>Ways in which systems change what they are sent, for <see cref="InMemoryKindSettings{T}.Normalise"/>. All are idempotent when joined by <see cref="Then{T}"/> in any order.</summary>
public static partial class Normalising
{
    /// <summary>First one, then the other.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="first">What comes first.</param>
    /// <param name="second">What comes then.</param>
    /// <returns>Both.</returns>
    public static Func<T, T> Then<T>(this Func<T, T> first, Func<T, T> second)
        where T : class, IEntity => value => second(first(value));

    /// <summary>Cuts surrounding blanks off every text.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">The record's shape.</param>
    /// <returns>The change.</returns>
    public static Func<T, T> Trim<T>(Shape<T> shape)
        where T : class, IEntity => Texts(shape, static text => text.Trim());

    /// <summary>Cuts the texts of some fields to a length in UTF-16 units, without splitting a pair or leaving a blank at the end.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">The record's shape.</param>
    /// <param name="length">The greatest length.</param>
    /// <param name="fields">The names of the fields; none for all.</param>
    /// <returns>The change.</returns>
    public static Func<T, T> Shorten<T>(Shape<T> shape, int length, params string[] fields)
        where T : class, IEntity => Texts(shape, text => Cut(text, length), fields);

    /// <summary>Takes the tags out of the texts of some fields and decodes nothing.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">The record's shape.</param>
    /// <param name="fields">The names of the fields; none for all.</param>
    /// <returns>The change.</returns>
    public static Func<T, T> StripHtml<T>(Shape<T> shape, params string[] fields)
        where T : class, IEntity => Texts(shape, static text => Tag().Replace(text, "").Trim(), fields);

    /// <summary>Changes the texts of some fields.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">The record's shape.</param>
    /// <param name="change">From the sent text to the stored one.</param>
    /// <param name="fields">The names of the fields; none for all.</param>
    /// <returns>The change.</returns>
    public static Func<T, T> Texts<T>(Shape<T> shape, Func<string, string> change, params string[] fields)
        where T : class, IEntity => Each(shape, fields, (field, record) => field switch
        {
            TypedField<T, string?> text when text.Get(record) is { } value => text.With(record, change(value)),
            TypedField<T, LocalizedText> text => text.With(record, text.Get(record).Select(change)),
            TypedField<T, TextMap> map => map.With(record, TextMap.From(map.Get(record).Select(entry => KeyValuePair.Create(entry.Key, change(entry.Value))))),
            _ => record,
        });

    /// <summary>Rounds money and numbers of some fields half away from zero.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">The record's shape.</param>
    /// <param name="decimals">How many decimals stay.</param>
    /// <param name="fields">The names of the fields; none for all.</param>
    /// <returns>The change.</returns>
    public static Func<T, T> Round<T>(Shape<T> shape, int decimals, params string[] fields)
        where T : class, IEntity => Each(shape, fields, (field, record) => field switch
        {
            TypedField<T, Money?> money => money.With(record, money.Get(record)?.Round(decimals)),
            TypedField<T, decimal?> number when number.Get(record) is { } value => number.With(record, Math.Round(value, decimals, MidpointRounding.AwayFromZero)),
            _ => record,
        });

    /// <summary>Drops the languages that the system lacks from every text.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">The record's shape.</param>
    /// <param name="languages">The ISO 639-1 codes that stay.</param>
    /// <returns>The change.</returns>
    public static Func<T, T> Languages<T>(Shape<T> shape, params string[] languages)
        where T : class, IEntity => Each(shape, [], (field, record) => field is TypedField<T, LocalizedText> text ? text.With(record, text.Get(record).Only(languages)) : record);

    private static Func<T, T> Each<T>(Shape<T> shape, string[] fields, Func<Field<T>, T, T> change)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(shape);
        var affected = fields.Length == 0 ? shape.Fields : [.. fields.Select(name => shape.Find(name) ?? throw new ArgumentException($"There is no field '{name}'.", nameof(fields)))];
        return value => affected.Aggregate(value, (record, field) => change(field, record));
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
