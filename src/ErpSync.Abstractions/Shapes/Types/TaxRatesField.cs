using System.Globalization;
using System.Text.Json;

namespace ErpSync;

/// <summary>The taxes of a sale in order of application; null when the system does not tell, empty for untaxed.</summary>
public sealed class TaxRatesField : FieldType<ValueList<TaxRate>?>
{
    /// <summary>The one instance.</summary>
    public static TaxRatesField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(ValueList<TaxRate>? one, ValueList<TaxRate>? other) =>
        one is null || other is null ? one is null && other is null : Effective(one).SequenceEqual(Effective(other));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, ValueList<TaxRate>? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var rate in value)
            json.WriteStringValue(Text(rate));
        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override ValueList<TaxRate>? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : json.EnumerateArray().Select(rate => Parse(rate.GetString() ?? "")).ToValueList();

    /// <inheritdoc/>
    public override string Display(ValueList<TaxRate>? value) => value is null ? "" : value.Count == 0 ? "0 %" : string.Join(" + ", value.Select(rate => Text(rate) + " %"));

    private static IEnumerable<TaxRate> Effective(ValueList<TaxRate> rates) => rates.Where(rate => rate.Percent != 0);

    internal static string Text(TaxRate rate) => PlainNumber.Text(rate.Percent) + (rate.Compound ? "c" : "");

    private static TaxRate Parse(string text) =>
        new(decimal.Parse(text.TrimEnd('c'), NumberStyles.Number, CultureInfo.InvariantCulture), text.EndsWith('c'));
}
