namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The value of a filter, taken apart: prefix, what stands in brackets, suffix.</summary>
internal sealed class FilterValue
{
    private readonly string _pattern = "";

    private FilterValue(FilterForm form, string[] values, string pattern = "")
    {
        Form = form;
        Values = values;
        _pattern = pattern;
    }

    public FilterForm Form { get; }

    public string[] Values { get; }

    public static FilterValue Parse(string text)
    {
        var (open, close) = (text.LastIndexOf('['), text.LastIndexOf(']'));
        if (open < 0 || close < open)
            return new FilterValue(FilterForm.AnyOf, [text]);
        var (prefix, inner, suffix) = (text[..open], text[(open + 1)..close], text[(close + 1)..]);
        return (prefix, suffix) switch
        {
            ("%", _) or (_, "%") => new FilterValue(FilterForm.Like, [inner], prefix + inner + suffix),
            ("", "") => Brackets(inner),
            ("!", _) => new FilterValue(FilterForm.NoneOf, inner.Split('|')),
            (">", _) => new FilterValue(FilterForm.Greater, [inner]),
            ("<", _) => new FilterValue(FilterForm.Less, [inner]),
            _ => throw Refusal.Unknown($"the filter operator of '{text}'"),
        };
    }

    public bool Matches(FieldKind kind, string? stored) => Form switch
    {
        FilterForm.AnyOf => Array.Exists(Values, value => stored is not null && Comparing.Compare(kind, stored, value) == 0),
        FilterForm.NoneOf => stored is not null && Array.TrueForAll(Values, value => Comparing.Compare(kind, stored, value) != 0),
        FilterForm.Between => stored is not null && Comparing.Compare(kind, stored, Values[0]) >= 0 && Comparing.Compare(kind, stored, Values[1]) <= 0,
        FilterForm.Greater => stored is not null && Comparing.Compare(kind, stored, Values[0]) > 0,
        FilterForm.Less => stored is not null && Comparing.Compare(kind, stored, Values[0]) < 0,
        _ => Comparing.Like(stored, _pattern),
    };

    private static FilterValue Brackets(string inner)
    {
        if (inner.Contains('|'))
            return new FilterValue(FilterForm.AnyOf, inner.Split('|'));
        var ends = inner.Split(',');
        if (ends.Length != 2 || !ends.All(end => end.Length > 0 && end.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ':' or '-' or ' ')))
            return new FilterValue(FilterForm.AnyOf, [inner]);
        Array.Sort(ends, string.CompareOrdinal);
        return new FilterValue(FilterForm.Between, ends);
    }
}
