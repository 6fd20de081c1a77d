using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Stands for the re-encoding of uploaded pictures: the stored bytes are a valid picture, but never those that came.</summary>
internal static class Reencoder
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Creator = Encoding.ASCII.GetBytes("CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90\n");

    /// <summary>The stored form of an upload, or null when it is not a picture that the shop takes.</summary>
    public static byte[]? Encode(ReadOnlySpan<byte> upload, bool takesWebp = true)
    {
        if (upload is [0xFF, 0xD8, ..])
            return [0xFF, 0xD8, 0xFF, 0xFE, 0, (byte)(Creator.Length + 2), .. Creator, .. upload[2..]];
        if (upload.StartsWith(PngSignature) && upload.Length > 33)
            return [.. upload[..33], .. Chunk("tEXt", Encoding.ASCII.GetBytes("Software\0gd-png")), .. upload[33..]];
        var isWebp = upload.Length > 12 && upload.StartsWith("RIFF"u8) && upload[8..12].SequenceEqual("WEBP"u8);
        return (isWebp && takesWebp) || upload.StartsWith("GIF8"u8) ? Picture(upload) : null;
    }

    /// <summary>A one-pixel PNG whose colour comes from the upload.</summary>
    private static byte[] Picture(ReadOnlySpan<byte> upload)
    {
        var hash = SHA256.HashData(upload);
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write([0, hash[0], hash[1], hash[2]]);
        byte[] header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];
        return [.. PngSignature, .. Chunk("IHDR", header), .. Chunk("tEXt", [.. "Software\0gd "u8, .. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash))]), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }

        return ~crc;
    }
}
