namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Checks a draft before it is saved: plain fields first (code 85), then fields per language (code 84).</summary>
internal static class Validation
{
    public static void Check(Draft draft, PrestaShopState state)
    {
        var fields = draft.Resource.FieldsOf(state.Edition);
        foreach (var field in fields.Where(field => !field.Localized && draft.Has(field)))
            Check(draft, state, field, draft.Text(field), field.Required, 85);
        foreach (var field in fields.Where(field => field.Localized))
            CheckLanguages(draft, state, field);
    }

    private static void CheckLanguages(Draft draft, PrestaShopState state, Field field)
    {
        if (!draft.Has(field) && draft.IsPatch)
            return;
        var texts = draft.Texts(field) ?? [draft.Text(field)];
        for (var language = 1; language <= Math.Max(1, texts.Length); language++)
            Check(draft, state, field, PrestaShopText.Value(texts, language), field.Required && language == 1, 84);
    }

    private static void Check(Draft draft, PrestaShopState state, Field field, string value, bool required, int code)
    {
        var arrow = state.Edition == Edition.V9 ? "->" : "-&gt;"; // up to 8.x the name went through an HTML escape
        var property = $"{draft.Resource.ClassName}{arrow}{field.Name}";
        if (required && value.Length == 0)
            throw Invalid(code, $"Property {property} is empty");
        var length = value.EnumerateRunes().Count();
        if (field.MaxSize > 0 && length > field.MaxSize)
            throw Invalid(code, $"The length of property {property} is currently {length} chars. It must be between 0 and {field.MaxSize} chars.");
        if (!Formats.IsValid(field.Format, value))
            throw Invalid(code, $"Property {property} is not valid");
    }

    private static Refusal Invalid(int code, string message) => Refusal.Of(400, code, $"Validation error: \"{message}\"");
}
