namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Compares a column with the values of a criterion, as the database casts them. Nothing compares with NULL.</summary>
internal static class CellTest
{
    public static bool Passes(Cell cell, Criterion criterion)
    {
        switch (criterion.Operator)
        {
            case "is":
                return cell.Kind == CellKind.Null;
            case "isnot":
                return cell.Kind != CellKind.Null;
        }

        if (cell.Kind == CellKind.Null)
            return false;
        var value = criterion.Values[0];
        return criterion.Operator switch
        {
            "in" => criterion.Values.Any(v => Compare(cell, v) == 0),
            "notin" => criterion.Values.All(v => Compare(cell, v) is { } order && order != 0),
            "like" => Collation.Like(Show(cell), value.Text),
            "notlike" => !Collation.Like(Show(cell), value.Text),
            "=" => Compare(cell, value) == 0,
            "!=" or "<>" => Compare(cell, value) is { } order && order != 0,
            "<" => Compare(cell, value) < 0,
            ">" => Compare(cell, value) > 0,
            "<=" => Compare(cell, value) <= 0,
            _ => Compare(cell, value) >= 0,
        };
    }

    private static int? Compare(Cell cell, FilterValue value) => cell.Kind switch
    {
        CellKind.Text when value.IsNumber => Numbers.Leading(cell.Text!).CompareTo(value.Number),
        CellKind.Text => string.CompareOrdinal(Collation.Key(cell.Text!), Collation.Key(value.Text)),
        // A bare number is compared with the digits of the date: every Unix time is smaller.
        CellKind.Date when !value.IsNumber => DateDigits(value.Text) is { } digits ? cell.Number.CompareTo(digits) : null,
        _ => cell.Number.CompareTo(value.Number),
    };

    /// <summary>The digits of a date with or without separators; what follows the seconds (a zone, fractions) is ignored.</summary>
    private static decimal? DateDigits(string text)
    {
        var digits = new string([.. text.TakeWhile(c => c is not ('Z' or '+' or '.')).Where(char.IsAsciiDigit).Take(14)]);
        return digits.Length is 8 or 10 or 12 or 14 ? Numbers.Leading(digits.PadRight(14, '0')) : null;
    }

    private static string Show(Cell cell)
    {
        if (cell.Kind == CellKind.Text)
            return cell.Text!;
        var number = Numbers.Short(cell.Number);
        return cell.Kind == CellKind.Date && number.Length == 14
            ? $"{number[..4]}-{number[4..6]}-{number[6..8]} {number[8..10]}:{number[10..12]}:{number[12..]}"
            : number;
    }
}
