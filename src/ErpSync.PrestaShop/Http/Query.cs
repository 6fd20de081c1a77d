using System.Globalization;
using System.Text;

namespace ErpSync.PrestaShop;

/// <summary>Path and query of a read, escaped. Always sorts, because without a sort the order of a page is not defined.</summary>
/// <param name="resource">The resource, for example <c>products</c>.</param>
internal sealed class Query(string resource)
{
    /// <summary>The longest list of ids that is put into one address, in characters as sent; web servers refuse addresses above 8 KiB.</summary>
    public const int LongestList = 6000;

    private readonly StringBuilder _text = new($"api/{resource}?output_format=JSON");
    private bool _sorted;

    /// <summary>The resource.</summary>
    public string Resource { get; } = resource;

    /// <summary>The fields that are answered, in PrestaShop's notation, for example <c>[id,price]</c> or <c>full</c>.</summary>
    public Query Show(string fields) => With("display", fields);

    /// <summary>Only records whose field has exactly this value, whatever characters it holds.</summary>
    public Query Where(string field, string value) => With($"filter[{field}]", value);

    /// <summary>Only records whose field has one of these numbers.</summary>
    public Query WhereAny(string field, IEnumerable<long> values) => With($"filter[{field}]", $"[{string.Join('|', values.Select(Text))}]");

    /// <summary>Only records whose id is above another one.</summary>
    public Query After(long id) => With("filter[id]", $">[{Text(id)}]");

    /// <summary>Another parameter.</summary>
    public Query With(string name, string value)
    {
        _text.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    /// <summary>The order, for example <c>[id_DESC]</c>; by id unless told.</summary>
    public Query Sorted(string order)
    {
        _sorted = true;
        return With("sort", order);
    }

    /// <summary>At most so many records.</summary>
    public Query Limit(int count) => With("limit", Text(count));

    /// <summary>Path and query.</summary>
    public override string ToString() => _sorted ? _text.ToString() : $"{_text}&sort=%5Bid_ASC%5D";

    /// <summary>Cuts ids into lists that fit an address.</summary>
    public static IEnumerable<IReadOnlyList<long>> Lists(IEnumerable<long> ids)
    {
        var list = new List<long>();
        var length = 0;
        foreach (var id in ids)
        {
            var cost = Text(id).Length + 3;
            if (length + cost > LongestList)
            {
                yield return list;
                list = [];
                length = 0;
            }

            list.Add(id);
            length += cost;
        }

        if (list.Count > 0)
            yield return list;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
