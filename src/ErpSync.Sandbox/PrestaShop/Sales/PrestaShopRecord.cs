using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A stored record about parties or sales, by its field names on the wire: a customer, an address, an order, a payment.</summary>
public sealed class PrestaShopRecord : PrestaShopRow
{
    private readonly Dictionary<string, string[][]> _lists = new(StringComparer.Ordinal);

    internal PrestaShopRecord(Resource resource)
        : base(resource)
    {
    }

    /// <summary>What a carrier costs without tax, in the default currency: the webservice shows only ranges of prices, which are not simulated. 0 for every other record.</summary>
    public decimal ShippingPrice { get; set; }

    /// <summary>A whole number; 0 for an empty field.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The number.</returns>
    public int Number(string field) => GetNumber(field);

    /// <summary>A number with decimals; 0 for an empty field.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The number.</returns>
    public decimal Amount(string field) => GetDecimal(field);

    /// <summary>Sets several fields: texts as they are, numbers and flags in their stored form.</summary>
    /// <param name="fields">Names and values.</param>
    /// <returns>This record.</returns>
    public PrestaShopRecord With(params ReadOnlySpan<(string Field, object? Value)> fields)
    {
        foreach (var (field, value) in fields)
        {
            if (Resource.Field(field).Localized)
                GetText(field).SetAll(value?.ToString() ?? "");
            else
                Set(field, Form(Resource.Field(field), value));
        }

        return this;
    }

    /// <summary>The entries of a list of this record, for example <c>groups</c> of a customer: one array of texts per entry, in the order of its columns.</summary>
    /// <param name="association">The list's name on the wire.</param>
    /// <returns>The entries.</returns>
    public IReadOnlyList<IReadOnlyList<string>> List(string association) => Entries(association);

    /// <summary>Replaces the entries of a list.</summary>
    /// <param name="association">The list's name on the wire.</param>
    /// <param name="entries">One array of texts per entry.</param>
    public void SetList(string association, params string[][] entries) => _lists[association] = entries;

    internal string[][] Entries(string association) => _lists.GetValueOrDefault(association) ?? [];

    private static string? Form(Field field, object? value) => value switch
    {
        null => field.Unset,
        bool flag => flag ? "1" : "0",
        decimal amount => Stored.Decimal(amount, field.Kind),
        int number when field.Kind is FieldKind.Decimal or FieldKind.Rate or FieldKind.Percent => Stored.Decimal(number, field.Kind),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
