using System.Globalization;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Compares as the database does: numbers by value, references by their number, texts without case, accents and trailing blanks.</summary>
internal static class Comparing
{
    public static bool Holds(Module module, IReadOnlyList<VtqlCondition> conditions, QueryRow row)
    {
        var isGroupTrue = true;
        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i].IsOr)
            {
                if (isGroupTrue)
                    return true;
                isGroupTrue = true;
            }

            isGroupTrue = isGroupTrue && Holds(module.Find(conditions[i].Field) ?? ModuleField.Custom(conditions[i].Field, "", "double"), conditions[i], row);
        }

        return isGroupTrue;
    }

    /// <summary>The order of two rows by a field.</summary>
    public static int Order(ModuleField field, QueryRow left, QueryRow right)
    {
        if (field.Name == "id")
            return left.Number.CompareTo(right.Number);
        var (a, b) = (left.Raw(field.Name), right.Raw(field.Name));
        if (field.IsReference)
            return NumberOf(a).CompareTo(NumberOf(b));
        return field.IsNumeric ? Values.Leading(a).CompareTo(Values.Leading(b)) : string.CompareOrdinal(Collation.Key(a), Collation.Key(b));
    }

    private static bool Holds(ModuleField field, VtqlCondition condition, QueryRow row)
    {
        if (condition.Operator == "in")
            return condition.Values.Any(value => Compare(field, row, value) == 0);
        if (condition.Operator == "like")
            return Collation.Like(IsId(field) ? NumberOf(field, row).ToString(CultureInfo.InvariantCulture) : row.Raw(field.Name), Operand(field, condition.Values[0]));
        if (row.Raw(field.Name).Length == 0 && field.Type is "date" or "datetime" && field.Name != "id")
            return false;
        var order = Compare(field, row, condition.Values[0]);
        return condition.Operator switch
        {
            "=" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            _ => order >= 0,
        };
    }

    private static int Compare(ModuleField field, QueryRow row, VtqlValue value)
    {
        var operand = Operand(field, value);
        if (IsId(field))
            return NumberOf(field, row).CompareTo(NumberOf(operand));
        var text = row.Raw(field.Name);
        if (field.Type == "datetime")
            return string.CompareOrdinal(text, operand.Replace('T', ' ').TrimEnd('Z'));
        return field.IsNumeric || (!value.IsQuoted && Values.IsNumeric(value.Text))
            ? Values.Leading(text).CompareTo(Values.Leading(operand))
            : string.CompareOrdinal(Collation.Key(text), Collation.Key(operand));
    }

    private static bool IsId(ModuleField field) => field.Name == "id" || field.IsReference;

    /// <exception cref="VtigerProblem">A reference is compared with something that is no id.</exception>
    private static string Operand(ModuleField field, VtqlValue value)
    {
        if (!IsId(field))
            return Unescape(value.Text);
        if (field.Type != "owner" && !value.Text.Contains('x', StringComparison.Ordinal))
            throw VtigerProblem.WrongId();
        return Ids.Split(value.Text)?.Number ?? "";
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private static long NumberOf(ModuleField field, QueryRow row) => field.Name == "id" ? row.Number : NumberOf(row.Raw(field.Name));

    private static long NumberOf(string text) => Ids.Number(text) ?? (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
}
