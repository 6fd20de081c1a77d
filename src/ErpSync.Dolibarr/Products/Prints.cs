using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Dolibarr;

/// <summary>Short prints of texts, for stamps, sweeps and operation ids; no secrecy is meant.</summary>
internal static class Prints
{
    /// <summary>20 hexadecimal digits.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
            joined.Append(part).Append('\u001f');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(joined.ToString())).AsSpan(0, 10));
    }
}
