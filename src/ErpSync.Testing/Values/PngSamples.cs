using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ErpSync.Testing;

/// <summary>Small valid PNG files.</summary>
internal static class PngSamples
{
    private const int Side = 8;

    public static byte[] Square(Random random)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [0, 0, 0, Side, 0, 0, 0, Side, 8, 2, 0, 0, 0]);
        Chunk(file, "IDAT", Pixels(random));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Pixels(Random random)
    {
        var colour = new byte[3];
        random.NextBytes(colour);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < Side; row++)
            {
                zip.WriteByte(0);
                for (var column = 0; column < Side; column++)
                    zip.Write(colour);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(content));
        file.Write(number);
    }

    private static uint Checksum(byte[] content)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var value in content)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320u;
        }

        return ~sum;
    }
}
