using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The texts of a product per language. The server's own language always holds label and description as last written.</summary>
internal static class ProductTranslations
{
    /// <summary>Stores the languages that a body sends; the own language is overwritten by label and description anyway.</summary>
    public static bool Apply(DolibarrProduct product, JsonElement sent, DolibarrState state)
    {
        var changed = false;
        if (sent.ValueKind != JsonValueKind.Object)
            return changed;
        foreach (var language in sent.EnumerateObject().Where(l => l.Value.ValueKind == JsonValueKind.Object && l.Name != state.Language))
        {
            var texts = new DolibarrTranslation(Text(language.Value, "label"), Text(language.Value, "description"), Text(language.Value, "other"));
            changed |= product.Translations.GetValueOrDefault(language.Name) != texts;
            product.Translations[language.Name] = texts;
        }

        return changed;
    }

    public static void Write(Utf8JsonWriter writer, ProductView view)
    {
        if (view.Echo?.SentTranslations is { } sent)
        {
            sent.WriteTo(writer);
            return;
        }

        if (!view.WithTranslations || !view.State.Translates)
        {
            writer.WriteEmptyArray();
            return;
        }

        writer.WriteStartObject();
        Write(writer, view.State.Language, view.Echo?.OwnBefore ?? new DolibarrTranslation(view.Product.Label, view.Product.Description));
        foreach (var (language, texts) in view.Product.Translations.Where(t => t.Key != view.State.Language))
            Write(writer, language, texts);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string language, DolibarrTranslation texts)
    {
        writer.WriteStartObject(language);
        writer.WriteString("label", texts.Label);
        writer.WriteString("description", texts.Description);
        writer.WriteString("other", texts.Other);
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement texts, string name) => texts.TryGetProperty(name, out var value) ? RequestBody.Text(value) : null;
}
