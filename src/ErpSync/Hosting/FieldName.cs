namespace ErpSync;

/// <summary>Takes a field's name out of the text of a lambda such as <c>x =&gt; x.Description</c>, without reflection.</summary>
internal static class FieldName
{
    public static string From(string expression)
    {
        var text = expression.AsSpan().TrimEnd();
        var end = text.Length;
        while (end > 0 && !IsNamePart(text[end - 1]))
            end--;
        var start = end;
        while (start > 0 && IsNamePart(text[start - 1]))
            start--;
        return text[start..end].ToString();
    }

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
