using System.Text;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A query string as PHP reads it: later values win, plus is a space, brackets make keys.</summary>
internal sealed class PhpQuery
{
    private readonly List<(string Name, string Key, string Value)> _pairs = [];

    public PhpQuery(string query)
    {
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            var name = Decode(pair[0]);
            var value = pair.Length == 2 ? Decode(pair[1]) : "";
            var bracket = name.IndexOf('[');
            _pairs.Add(bracket < 0 ? (name, "", value) : (name[..bracket], name[(bracket + 1)..].Split(']')[0], value));
        }
    }

    /// <summary>The last value of a plain parameter, or null.</summary>
    public string? this[string name] => _pairs.FindLast(pair => pair.Name == name && pair.Key.Length == 0) is { Name: not null } found ? found.Value : null;

    /// <summary>The keys and values of a parameter with brackets, each key once.</summary>
    public IEnumerable<(string Key, string Value)> Map(string name) =>
        _pairs.Where(pair => pair.Name == name && pair.Key.Length > 0).GroupBy(pair => pair.Key).Select(group => (group.Key, group.Last().Value));

    public bool Has(string name) => _pairs.Exists(pair => pair.Name == name);

    private static string Decode(string text)
    {
        if (!text.Contains('%') && !text.Contains('+'))
            return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length + 0 && byte.TryParse(text.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else if (text[i] == '+')
            {
                bytes.Add((byte)' ');
            }
            else
            {
                var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                i += length - 1;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
