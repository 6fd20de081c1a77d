using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ErpSync.Reading;

/// <summary>
/// Many short texts in few blocks: one byte a character where that is enough, and no object per text. A text is told by the number that <see cref="Add"/> gave.
/// Equal texts have equal bytes.
/// </summary>
internal sealed class PackedTexts
{
    public const int None = -1;

    private const int Shift = 16;
    private const int BlockSize = 1 << Shift;
    private const int HeadSize = 4;
    private const uint IsWide = 0x80000000;

    private readonly List<byte[]> _blocks = [];
    private int _used = BlockSize;

    /// <summary>Keeps a text.</summary>
    /// <returns>Its number; <see cref="None"/> for null.</returns>
    public int Add(string? text)
    {
        if (text is null)
            return None;
        var wide = !IsNarrow(text);
        var length = wide ? text.Length * 2 : text.Length;
        if (_used + HeadSize + length > BlockSize)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, HeadSize + length)]);
            _used = 0;
        }

        var place = _used;
        var span = _blocks[^1].AsSpan(place, HeadSize + length);
        BinaryPrimitives.WriteUInt32LittleEndian(span, (uint)length | (wide ? IsWide : 0));
        Encode(text, wide, span[HeadSize..]);
        _used = Math.Min(BlockSize, place + HeadSize + length);
        return ((_blocks.Count - 1) << Shift) | place;
    }

    /// <summary>The text of a number; null for <see cref="None"/>.</summary>
    public string? Read(int number)
    {
        if (number == None)
            return null;
        var bytes = Bytes(number);
        return (BinaryPrimitives.ReadUInt32LittleEndian(bytes) & IsWide) == 0
            ? Encoding.Latin1.GetString(bytes[HeadSize..])
            : new string(MemoryMarshal.Cast<byte, char>(bytes[HeadSize..]));
    }

    /// <summary>The packed text with its head, for comparing and hashing.</summary>
    public ReadOnlySpan<byte> Bytes(int number)
    {
        var block = _blocks[number >> Shift];
        var place = number & (BlockSize - 1);
        return block.AsSpan(place, HeadSize + (int)(BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(place)) & ~IsWide));
    }

    /// <summary>True when a number stands for a text.</summary>
    public bool Is(int number, string text)
    {
        var bytes = Bytes(number);
        var head = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        bytes = bytes[HeadSize..];
        if ((head & IsWide) != 0)
            return MemoryMarshal.Cast<byte, char>(bytes).SequenceEqual(text);
        if (bytes.Length != text.Length)
            return false;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != text[i])
                return false;
        }

        return true;
    }

    /// <summary>The hash of the text of a number, the same as <see cref="Hash(string)"/> of that text.</summary>
    public int Hash(int number)
    {
        var bytes = Bytes(number);
        return (BinaryPrimitives.ReadUInt32LittleEndian(bytes) & IsWide) != 0
            ? string.GetHashCode(MemoryMarshal.Cast<byte, char>(bytes[HeadSize..]), StringComparison.Ordinal)
            : HashNarrow(bytes[HeadSize..]);
    }

    public static int Hash(string text) => text.GetHashCode(StringComparison.Ordinal);

    public void Clear()
    {
        _blocks.Clear();
        _used = BlockSize;
    }

    private static int HashNarrow(ReadOnlySpan<byte> bytes)
    {
        Span<char> chars = bytes.Length <= 256 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        Encoding.Latin1.GetChars(bytes, chars);
        return string.GetHashCode(chars, StringComparison.Ordinal);
    }

    private static bool IsNarrow(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') < 0;

    private static void Encode(string text, bool wide, Span<byte> bytes)
    {
        if (wide)
            MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(bytes);
        else
            Encoding.Latin1.GetBytes(text, bytes);
    }
}
