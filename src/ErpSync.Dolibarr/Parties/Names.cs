namespace ErpSync.Dolibarr;

/// <summary>Names of persons: a third party has one name, of which the last word is taken as the family name.</summary>
internal static class Names
{
    public static string? Join(string? first, string? last)
    {
        var name = string.Join(' ', new[] { first?.Trim(), last?.Trim() }.Where(part => part is { Length: > 0 }));
        return name.Length == 0 ? null : name;
    }

    public static (string? First, string? Last) Split(string? name)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length switch
        {
            0 => (null, null),
            1 => (null, words[0]),
            _ => (string.Join(' ', words[..^1]), words[^1]),
        };
    }
}
