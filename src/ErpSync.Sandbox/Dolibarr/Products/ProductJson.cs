using System.Text.Json;
using Fields = System.Collections.Generic.Dictionary<string, System.Action<System.Text.Json.Utf8JsonWriter, ErpSync.Sandbox.Dolibarr.ProductView>>;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes products with the field set of the version.</summary>
internal static class ProductJson
{
    private static readonly ObjectTemplate<ProductView> Of23 = Build(ProductTemplates.Of23, ProductFields.Of23());
    private static readonly ObjectTemplate<ProductView> Of18 = Build(ProductTemplates.Of18, ProductFields.Of18());

    /// <summary>The names of all fields of a product.</summary>
    public static IReadOnlySet<string> Names(DolibarrState state) => Template(state).Names;

    public static void Write(Utf8JsonWriter writer, ProductView view, IReadOnlySet<string>? properties = null, Action<Utf8JsonWriter>? more = null) =>
        Template(view.State).Write(writer, view, properties, w =>
        {
            WriteEcho(w, view);
            more?.Invoke(w);
        });

    private static ObjectTemplate<ProductView> Template(DolibarrState state) => state.Is18 ? Of18 : Of23;

    private static void WriteEcho(Utf8JsonWriter writer, ProductView view)
    {
        if (view.Echo is not { } echo)
            return;
        foreach (var (name, value) in echo.Unknown)
        {
            writer.WritePropertyName(name);
            if (value.ValueKind == JsonValueKind.Number)
                writer.WriteStringValue(value.GetRawText());
            else
                value.WriteTo(writer);
        }

        if (!view.State.Is18 || echo.WrittenLevels.Count == 0)
            return;
        writer.WritePropertyName("multiprices_default_vat_code");
        ProductPriceFields.WriteVatCodes(writer, view);
        writer.WriteNumber("level", echo.Level ?? 0);
    }

    private static ObjectTemplate<ProductView> Build(string json, Fields fields)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var name in ProductFields.Others.Where(n => document.RootElement.TryGetProperty(n, out _)))
        {
            var recorded = document.RootElement.GetProperty(name).GetRawText();
            fields[name] = (writer, view) =>
            {
                if (view.Product.OtherColumns.TryGetValue(name, out var value))
                    writer.WriteText(value);
                else
                    writer.WriteRawValue(recorded);
            };
        }

        return new ObjectTemplate<ProductView>(json, fields);
    }
}
