namespace ErpSync.PrestaShop;

/// <summary>Filters that find references, few requests for many.</summary>
internal static class ReferenceFilters
{
    // Inside brackets these separate values or end the list; at the ends of a bare value they are operators.
    private const string Separators = ",|[]";

    /// <summary>
    /// Values of filters that together find all keys: plain keys share a list, a key with a separator goes alone and without brackets.
    /// </summary>
    public static IEnumerable<string> Of(IEnumerable<string> keys)
    {
        var list = new List<string>();
        var length = 0;
        foreach (var key in keys)
        {
            if (key.AsSpan().IndexOfAny(Separators) >= 0)
            {
                yield return key;
                continue;
            }

            var cost = Uri.EscapeDataString(key).Length + 3;
            if (length + cost > Query.LongestList)
            {
                yield return $"[{string.Join('|', list)}]";
                list.Clear();
                length = 0;
            }

            list.Add(key);
            length += cost;
        }

        if (list.Count > 0)
            yield return $"[{string.Join('|', list)}]";
    }
}
