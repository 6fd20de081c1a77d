using System.Security.Cryptography;
using System.Text;

namespace ErpSync.WooCommerce;

/// <summary>Short prints of texts.</summary>
internal static class Prints
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
