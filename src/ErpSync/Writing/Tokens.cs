using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Writing;

/// <summary>Makes the deterministic token of a create: connection, kind and id of the source.</summary>
internal static class Tokens
{
    private const int MaxLength = 100;

    public static string For(string connection, EntityKind kind, RemoteId id)
    {
        var text = $"{connection}:{kind.Name}:{id.Value}".ToLowerInvariant();
        if (text.Length <= MaxLength && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or ':' or '.' or '_')
            && string.Equals(text, $"{connection}:{kind.Name}:{id.Value}", StringComparison.Ordinal))
            return text;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{connection}\n{kind.Name}\n{id.Value}")))[..32];
        return $"x:{kind.Name}:{hash}";
    }
}
