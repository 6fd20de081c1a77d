using System.Text.Json;
using Fields = System.Collections.Generic.Dictionary<string, System.Action<System.Text.Json.Utf8JsonWriter, ErpSync.Sandbox.Dolibarr.ProductView>>;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes the prices per level: maps from 1 in level mode, empty arrays otherwise; an update may leave a level 0.</summary>
internal static class ProductPriceFields
{
    public static void AddTo(Fields fields)
    {
        fields["multiprices"] = (w, v) => Write(w, v, l => Numbers.Eight(l.Price), l => l.Price);
        fields["multiprices_ttc"] = (w, v) => Write(w, v, l => Numbers.Eight(l.PriceTtc), l => l.PriceTtc);
        fields["multiprices_base_type"] = (w, v) => Write(w, v, l => l.PriceBaseType, null, l => l.PriceBaseType);
        fields["multiprices_min"] = (w, v) => Write(w, v, l => Numbers.Eight(l.PriceMin), l => l.PriceMin);
        fields["multiprices_min_ttc"] = (w, v) => Write(w, v, l => Numbers.Eight(l.PriceMinTtc), l => l.PriceMinTtc);
        fields["multiprices_tva_tx"] = (w, v) => Write(w, v, l => Numbers.Four(l.VatRate) + (v.State.Is18 ? " ()" : ""), null, l => Numbers.Four(l.VatRate));
    }

    /// <summary>The tax code of each level that an update wrote: always null, a list when the keys happen to run from 0.</summary>
    public static void WriteVatCodes(Utf8JsonWriter writer, ProductView view)
    {
        var written = view.Echo?.WrittenLevels ?? [];
        if (written.Select((level, i) => level == i).All(same => same))
        {
            writer.WriteStartArray();
            foreach (var _ in written)
                writer.WriteNullValue();
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        foreach (var level in written.Distinct())
            writer.WriteNull(Numbers.Text(level));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ProductView view, Func<DolibarrPriceLevel, string> stored, Func<DolibarrPriceLevel, decimal>? stray, Func<DolibarrPriceLevel, string>? strayText = null)
    {
        var zero = view.Echo?.LevelZero;
        if (!view.State.LevelPrices)
        {
            writer.WriteStartArray();
            if (zero is not null)
                WriteStray(writer, view, zero, stray, strayText);
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        for (var level = 1; level <= view.State.PriceLevelCount; level++)
        {
            writer.WritePropertyName(Numbers.Text(level));
            writer.WriteText(view.Product.PriceLevels.TryGetValue(level, out var price) ? stored(price) : null);
        }

        if (zero is not null)
        {
            writer.WritePropertyName("0");
            WriteStray(writer, view, zero, stray, strayText);
        }

        writer.WriteEndObject();
    }

    /// <summary>The stray level is a number of the program, not a column: a number in version 23, a text in 18.</summary>
    private static void WriteStray(Utf8JsonWriter writer, ProductView view, DolibarrPriceLevel zero, Func<DolibarrPriceLevel, decimal>? number, Func<DolibarrPriceLevel, string>? text)
    {
        if (text is not null)
            writer.WriteStringValue(text(zero));
        else if (view.State.Is18)
            writer.WriteStringValue(Numbers.Short(number!(zero)));
        else
            writer.WriteRawValue(Numbers.Short(number!(zero)));
    }
}
