using System.Globalization;
using System.Text;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Compares as the database does: numbers by value, references by their number, texts without case, accents and trailing blanks.</summary>
internal static class Comparing
{
    /// <summary>Makes a test of all conditions: <c>and</c> binds closer than <c>or</c>.</summary>
    /// <exception cref="VtigerProblem">A reference is compared with something that is no id.</exception>
    public static Func<QueryRow, bool> Compile(Module module, IReadOnlyList<VtqlCondition> conditions)
    {
        var groups = new List<List<Func<QueryRow, bool>>>();
        foreach (var condition in conditions)
        {
            if (groups.Count == 0 || condition.IsOr)
                groups.Add([]);
            groups[^1].Add(Compile(module.Find(condition.Field) ?? ModuleField.Custom(condition.Field, "", "double"), condition));
        }

        return row => groups.Count == 0 || groups.Exists(group => group.TrueForAll(test => test(row)));
    }

    /// <summary>The order of two rows by a field.</summary>
    public static int Order(ModuleField field, QueryRow left, QueryRow right)
    {
        if (field.Name == "id")
            return left.Number.CompareTo(right.Number);
        var (a, b) = (left.Raw(field.Name), right.Raw(field.Name));
        if (field.IsReference)
            return NumberOf(a).CompareTo(NumberOf(b));
        if (field.IsNumeric)
            return Values.Leading(a).CompareTo(Values.Leading(b));
        return field.Type == "datetime" ? string.CompareOrdinal(a, b) : string.CompareOrdinal(Collation.Key(a), Collation.Key(b));
    }

    private static Func<QueryRow, bool> Compile(ModuleField field, VtqlCondition condition)
    {
        var values = condition.Values.Select(value => Operand(field, value)).ToList();
        if (condition.Operator == "like")
            return row => Collation.Like(IsId(field) ? NumberOf(field, row).ToString(CultureInfo.InvariantCulture) : row.Raw(field.Name), values[0]);
        if (IsId(field))
            return Compile(condition.Operator, values.ConvertAll(NumberOf), row => NumberOf(field, row));
        if (field.IsNumeric || condition.Values.Any(value => !value.IsQuoted))
            return Compile(condition.Operator, values.ConvertAll(Values.Leading), row => Values.Leading(row.Raw(field.Name)));
        if (field.Type is not ("datetime" or "date"))
            return Compile(condition.Operator, values.ConvertAll(Collation.Key), row => Collation.Key(row.Raw(field.Name)));

        // An empty date is no date: no comparison holds for it.
        var test = Compile(condition.Operator, values.ConvertAll(value => value.Replace('T', ' ').TrimEnd('Z')), row => row.Raw(field.Name));
        return row => row.Raw(field.Name).Length > 0 && test(row);
    }

    private static Func<QueryRow, bool> Compile<T>(string operation, List<T> operands, Func<QueryRow, T> read) where T : IComparable<T>
    {
        if (operation == "in")
        {
            var set = operands.ToHashSet();
            return row => set.Contains(read(row));
        }

        var operand = operands[0];
        return operation switch
        {
            "=" => row => Order(read(row), operand) == 0,
            "!=" => row => Order(read(row), operand) != 0,
            "<" => row => Order(read(row), operand) < 0,
            ">" => row => Order(read(row), operand) > 0,
            "<=" => row => Order(read(row), operand) <= 0,
            _ => row => Order(read(row), operand) >= 0,
        };
    }

    private static int Order<T>(T left, T right) where T : IComparable<T> =>
        left is string a && right is string b ? string.CompareOrdinal(a, b) : left.CompareTo(right);

    private static bool IsId(ModuleField field) => field.Name == "id" || field.IsReference;

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
        var plain = new StringBuilder(text.Length);
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
