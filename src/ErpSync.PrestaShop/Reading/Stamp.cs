using System.Security.Cryptography;
using System.Text;

namespace ErpSync.PrestaShop;

/// <summary>Makes the short text that changes when one of some columns does.</summary>
internal static class Stamp
{
    /// <summary>The stamp of columns in their order; the version in front changes with the list of columns.</summary>
    public static string Of(string version, params ReadOnlySpan<string?> columns)
    {
        var text = string.Join('\u001F', columns!);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return version + Convert.ToHexStringLower(hash[..8]);
    }
}
