using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes combinations, internal objects and all: in level mode each level leaks the database object.</summary>
internal static class VariantJson
{
    public static void Write(Utf8JsonWriter writer, DolibarrVariant variant, DolibarrState state, bool withStock)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Numbers.Text(variant.Id));
        writer.WriteString("fk_product_parent", Numbers.Text(variant.ParentId));
        writer.WriteString("fk_product_child", Numbers.Text(variant.ChildId));
        writer.WriteString("variation_price", Numbers.Eight(variant.PriceImpact));
        writer.WriteString("variation_price_percentage", Numbers.Flag(variant.PriceImpactIsPercent));
        writer.WriteString("variation_weight", Numbers.Short(variant.WeightImpact));
        writer.WriteNumber("entity", 1);
        writer.WritePropertyName("combination_price_levels");
        if (state.LevelPrices)
            WriteLevels(writer, variant, state);
        else
            writer.WriteNullValue();
        writer.WriteString("variation_ref_ext", variant.RefExt);
        WriteFeatures(writer, variant, state);
        if (withStock)
        {
            writer.WritePropertyName("stock_warehouse");
            ProductFields.WriteWarehouses(writer, state.Products.Find(variant.ChildId)?.Levels ?? []);
        }

        writer.WriteEndObject();
    }

    private static void WriteLevels(Utf8JsonWriter writer, DolibarrVariant variant, DolibarrState state)
    {
        writer.WriteStartObject();
        for (var level = 1; level <= state.PriceLevelCount; level++)
        {
            writer.WriteStartObject(Numbers.Text(level));
            writer.WritePropertyName("db");
            writer.WriteRawValue(LeakedDatabase);
            writer.WriteString("table_element", "product_attribute_combination_price_level");
            writer.WriteString("id", Numbers.Text(((variant.Id - 1) * state.PriceLevelCount) + level));
            writer.WriteNumber("fk_product_attribute_combination", variant.Id);
            writer.WriteNumber("fk_price_level", level);
            writer.WritePropertyName("variation_price");
            writer.WriteRawValue(level == 1 ? Numbers.Short(variant.PriceImpact) : "0");
            writer.WriteBoolean("variation_price_percentage", level == 1 && variant.PriceImpactIsPercent);
            writer.WriteNull("error");
            writer.WritePropertyName("errors");
            writer.WriteEmptyArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Only attributes that exist are listed: an unknown one was accepted and is not seen again.</summary>
    private static void WriteFeatures(Utf8JsonWriter writer, DolibarrVariant variant, DolibarrState state)
    {
        writer.WriteStartArray("attributes");
        for (var i = 0; i < variant.Features.Count; i++)
        {
            var (attribute, value) = variant.Features[i];
            if (state.Attributes.Find(attribute) is null)
                continue;
            writer.WriteStartObject();
            writer.WriteString("id", Numbers.Text(i + 1));
            writer.WriteString("fk_prod_combination", Numbers.Text(variant.Id));
            writer.WriteString("fk_prod_attr", Numbers.Text(attribute));
            writer.WriteString("fk_prod_attr_val", Numbers.Text(value));
            writer.WriteNull("error");
            writer.WritePropertyName("errors");
            writer.WriteEmptyArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private const string LeakedDatabase =
        """{"db":{},"type":"mysqli","forcecharset":"utf8","forcecollate":"utf8_unicode_ci","connected":true,"database_selected":true,"database_name":"doli","database_user":"doli","database_host":"127.0.0.1","database_port":3306,"transaction_opened":0,"lastquery":"SELECT 1","lastqueryerror":null,"lasterror":null,"lasterrno":null,"prefix_db":null,"ok":true,"error":null}""";
}
