using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ErpSync.PrestaShop;

/// <summary>Makes the short text that changes when one of some columns does.</summary>
internal static class Stamp
{
    private const byte Separator = 0x1F;

    /// <summary>The stamp of columns in their order; the version in front changes with the list of columns.</summary>
    public static string Of(string version, params ReadOnlySpan<string?> columns)
    {
        var most = 0;
        foreach (var column in columns)
            most += Encoding.UTF8.GetMaxByteCount(column?.Length ?? 0) + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(1, most));
        var length = 0;
        for (var place = 0; place < columns.Length; place++)
        {
            if (place > 0)
                buffer[length++] = Separator;
            length += Encoding.UTF8.GetBytes(columns[place] ?? "", buffer.AsSpan(length));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(buffer);
        return version + Convert.ToHexStringLower(hash[..8]);
    }
}
