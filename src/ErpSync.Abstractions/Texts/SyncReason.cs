using System.Text;

namespace ErpSync;

/// <summary>Why something is as it is: a stable code and the values that its text names. Kept in the store as one short text and put into words when it is read.</summary>
/// <param name="Code">A stable code, for example <c>reason.same-key</c>; lower case, words joined by hyphens.</param>
public sealed record SyncReason(string Code)
{
    /// <summary>The values that the text names; empty when it names none. Never a key or a password.</summary>
    public TextMap Arguments { get; init; } = TextMap.Empty;

    /// <summary>A reason with values.</summary>
    /// <param name="code">The code.</param>
    /// <param name="arguments">The values by name.</param>
    /// <returns>The reason.</returns>
    public static SyncReason Of(string code, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            map[name] = value;
        return new SyncReason(code) { Arguments = TextMap.From(map) };
    }

    /// <summary>Reads a reason from its stored form.</summary>
    /// <param name="stored">The text that a store holds.</param>
    /// <returns>The reason; null when the text is not a stored reason but words, as older versions and other tools wrote them.</returns>
    public static SyncReason? Parse(string? stored)
    {
        if (stored is null || !stored.Contains('.', StringComparison.Ordinal))
            return null;
        var parts = stored.Split(';');
        if (!IsCode(parts[0]))
            return null;
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.AsSpan(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                return null;
            arguments[part[..equals]] = Uri.UnescapeDataString(part[(equals + 1)..]);
        }

        return new SyncReason(parts[0]) { Arguments = TextMap.From(arguments) };
    }

    /// <summary>The stored form: the code, then <c>;name=value</c> for each value.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        if (Arguments.Count == 0)
            return Code;
        var text = new StringBuilder(Code);
        foreach (var (name, value) in Arguments)
            text.Append(';').Append(name).Append('=').Append(value.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal));
        return text.ToString();
    }

    private static bool IsCode(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetterLower(text[0]) || !char.IsAsciiLetterOrDigit(text[^1]) || !text.Contains('.', StringComparison.Ordinal))
            return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character is not ('.' or '-'))
                return false;
        }

        return true;
    }
}
