namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Reads the compact field tables of the schemas: one field per line, its kind, then its marks.</summary>
internal static class FieldTable
{
    public static Field[] Read(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Select((line, slot) => ReadLine(line, slot))];
    }

    private static Field ReadLine(string line, int slot)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var field = new Field(words[0], Enum.Parse<FieldKind>(words[1], ignoreCase: true), slot);
        return words.Skip(2).Aggregate(field, Mark);
    }

    private static Field Mark(Field field, string mark) => mark.Split(':', 2) switch
    {
        ["link", var path] => field with { Link = path },
        ["max", var size] => field with { MaxSize = int.Parse(size, System.Globalization.CultureInfo.InvariantCulture) },
        ["default", var text] => field with { Fallback = text },
        ["oldmax", var size] => field with { OldMaxSize = int.Parse(size, System.Globalization.CultureInfo.InvariantCulture) },
        ["oldformat", var format] => field with { OldFormat = format },
        ["required"] => field with { Required = true },
        ["readonly"] => field with { ReadOnly = true },
        ["computed"] => field with { Computed = true },
        ["lang"] => field with { Localized = true },
        ["shop"] => field with { OfShop = true },
        ["null"] => field with { Nullable = true },
        ["nullempty"] => field with { NullAsEmpty = true },
        ["index"] => field with { Indexed = true },
        ["filled"] => field with { Filled = true },
        ["cached"] => field with { Cached = true },
        ["format", var name] => field with { Format = name },
        ["oldbefore", var name] => field with { OldBefore = name },
        ["whole"] => field with { Whole = true },
        ["from9"] => field with { From = Edition.V9 },
        ["from8"] => field with { From = Edition.V8 },
        ["until8"] => field with { Until = Edition.V8 },
        [var format] when format.StartsWith("is", StringComparison.OrdinalIgnoreCase) => field with { Format = format },
        _ => throw new InvalidOperationException($"The mark '{mark}' of the field '{field.Name}' is unknown."),
    };
}
