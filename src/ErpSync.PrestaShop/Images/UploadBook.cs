using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ErpSync.PrestaShop.Images;

/// <summary>
/// Which bytes became which picture of the shop, by their hash: PrestaShop encodes pictures anew and keeps neither a hash nor a date, so that what was sent is known here only.
/// Lives as long as the connection's process; a restart costs one comparison with what the shop serves.
/// </summary>
internal sealed class UploadBook
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<long, string> _hashes = new();

    /// <summary>The hash of a picture's bytes.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>True when the picture was made of bytes with this hash.</summary>
    public bool IsOf(long image, string hash) => _hashes.TryGetValue(image, out var known) && known == hash;

    /// <summary>Notes what a picture was made of.</summary>
    public void Note(long image, string hash)
    {
        if (_hashes.Count < Most)
            _hashes[image] = hash;
    }
}
