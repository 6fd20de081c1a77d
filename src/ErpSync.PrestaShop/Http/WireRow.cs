using System.Globalization;
using System.Text;

namespace ErpSync.PrestaShop;

/// <summary>
/// One record of an answer as text by field, whether it came as JSON or as XML: PrestaShop gives the same column as text, number, flag or null from version to version.
/// </summary>
internal sealed class WireRow
{
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private Dictionary<string, List<WireRow>>? _lists;
    private WireRow? _associations;

    /// <summary>The record's id, 0 when it has none.</summary>
    public long Id => Whole("id") ?? 0;

    /// <summary>The names of all fields, translated ones and associations included.</summary>
    public IEnumerable<string> Fields => _lists is null ? _texts.Keys : _texts.Keys.Concat(_lists.Keys);

    /// <summary>The row's one list when it holds nothing else; null otherwise.</summary>
    public List<WireRow>? OnlyList => _texts.Count == 0 && _lists is { Count: 1 } ? _lists.Values.First() : null;

    /// <summary>The field as text; null when it is missing or null.</summary>
    public string? Text(string field) => _texts.GetValueOrDefault(field);

    /// <summary>The field as text, null when it is empty.</summary>
    public string? Filled(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>The field as a whole number; null when it is missing or empty.</summary>
    public long? Whole(string field)
    {
        if (Filled(field) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var broad) && broad == decimal.Truncate(broad) && Math.Abs(broad) < long.MaxValue ? (long)broad
            : throw Unreadable(field, text, "a whole number");
    }

    /// <summary>The field as a number; null when it is missing or empty.</summary>
    public decimal? Number(string field)
    {
        if (Filled(field) is not { } text)
            return null;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(field, text, "a number");
    }

    /// <summary>The field as a flag; null when it is missing, false when it is empty.</summary>
    public bool? Flag(string field) => Text(field) switch
    {
        null => null,
        "1" or "true" => true,
        "" or "0" or "false" => false,
        var text => throw Unreadable(field, text, "0 or 1"),
    };

    /// <summary>The translations of a field by language id. A scalar, as given for a single language, has the empty id.</summary>
    public IEnumerable<KeyValuePair<string, string>> Translations(string field)
    {
        if (_lists is not null && _lists.TryGetValue(field, out var rows))
            return rows.Select(row => new KeyValuePair<string, string>(row.Text("id") ?? "", row.Text("value") ?? ""));
        return Text(field) is { } text ? [new("", text)] : [];
    }

    /// <summary>The rows of an association; empty when it is missing.</summary>
    public IReadOnlyList<WireRow> Association(string name) => _associations?._lists?.GetValueOrDefault(name) ?? [];

    /// <summary>Whether the answer told the association at all; PrestaShop leaves empty ones out of JSON.</summary>
    public bool HasAssociation(string name) => _associations?._lists?.ContainsKey(name) ?? false;

    /// <summary>The record as one line, at most 2,000 characters, for problems.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        foreach (var (field, text) in _texts.TakeWhile(_ => line.Length < 2000))
            line.Append(line.Length == 0 ? "" : "; ").Append(field).Append('=').Append(text ?? "null");
        return line.Length <= 2000 ? line.ToString() : line.ToString(0, 2000);
    }

    internal void Set(string field, string? text) => _texts[field] = text;

    internal void Set(string field, List<WireRow> rows) => (_lists ??= new(StringComparer.Ordinal))[field] = rows;

    internal void SetAssociations(WireRow associations) => _associations = associations;

    private ConnectorException Unreadable(string field, string text, string expected) => new(new SyncProblem(
        ProblemKind.Unreadable,
        PrestaShopCodes.ValueUnreadable,
        $"The field {field} holds '{(text.Length > 60 ? text[..60] : text)}', which is not {expected}.")
    {
        Field = field,
        Id = _texts.GetValueOrDefault("id") is { Length: > 0 } id ? new RemoteId(id) : null,
        Raw = ToString(),
    });
}
