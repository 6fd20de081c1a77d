using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ErpSync.Reading;

/// <summary>
/// Many short texts in blocks of a <see cref="Scratch"/>: one byte a character where that is enough, and no object per text. A text is told by the number that <see cref="Add"/> gave.
/// Equal texts have equal bytes. A text that is longer than a block is kept as it is.
/// </summary>
internal sealed class PackedTexts(Scratch scratch)
{
    public const int None = -1;

    private const int HeadSize = 2;
    private const ushort IsWide = 0x8000;
    private const int Small = 256;

    private readonly List<int> _blocks = [];
    private readonly List<string> _long = [];
    private int _used = Scratch.BlockSize;

    /// <summary>Keeps a text.</summary>
    /// <returns>Its number; <see cref="None"/> for null.</returns>
    public int Add(string? text)
    {
        if (text is null)
            return None;
        var wide = !IsNarrow(text);
        var length = wide ? text.Length * 2 : text.Length;
        if (HeadSize + length > Scratch.BlockSize)
        {
            _long.Add(text);
            return None - _long.Count;
        }

        if (_used + HeadSize + length > Scratch.BlockSize)
        {
            _blocks.Add(scratch.Take());
            _used = 0;
        }

        var place = _used;
        var span = scratch.Write(_blocks[^1]).Slice(place, HeadSize + length);
        BinaryPrimitives.WriteUInt16LittleEndian(span, (ushort)(length | (wide ? IsWide : 0)));
        Encode(text, wide, span[HeadSize..]);
        _used += HeadSize + length;
        return ((_blocks.Count - 1) << Scratch.BlockShift) | place;
    }

    /// <summary>The text of a number; null for <see cref="None"/>.</summary>
    public string? Read(int number)
    {
        if (number < 0)
            return Long(number);
        var bytes = Bytes(number, out var wide);
        return wide ? new string(MemoryMarshal.Cast<byte, char>(bytes)) : Encoding.Latin1.GetString(bytes);
    }

    /// <summary>True when a number stands for a text.</summary>
    public bool Is(int number, string text)
    {
        if (number < 0)
            return string.Equals(Long(number), text, StringComparison.Ordinal);
        var bytes = Bytes(number, out var wide);
        if (wide)
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

    /// <summary>True when two numbers stand for the same text.</summary>
    public bool AreSame(int one, int other)
    {
        if (one == other)
            return true;
        if (one < 0 || other < 0)
            return string.Equals(Long(one), Long(other), StringComparison.Ordinal);
        var bytes = Bytes(one, out var wide);
        Span<byte> copy = bytes.Length <= Small ? stackalloc byte[bytes.Length] : new byte[bytes.Length];
        bytes.CopyTo(copy);
        return Bytes(other, out var otherWide).SequenceEqual(copy) && wide == otherWide;
    }

    /// <summary>The hash of the text of a number, the same as <see cref="Hash(string)"/> of that text.</summary>
    public int Hash(int number)
    {
        if (number < 0)
            return Long(number)!.GetHashCode(StringComparison.Ordinal);
        var bytes = Bytes(number, out var wide);
        return wide ? string.GetHashCode(MemoryMarshal.Cast<byte, char>(bytes), StringComparison.Ordinal) : HashNarrow(bytes);
    }

    public static int Hash(string text) => text.GetHashCode(StringComparison.Ordinal);

    public void Clear()
    {
        foreach (var block in _blocks)
            scratch.Return(block);
        _blocks.Clear();
        _long.Clear();
        _used = Scratch.BlockSize;
    }

    private string? Long(int number) => number >= None ? null : _long[None - number - 1];

    private ReadOnlySpan<byte> Bytes(int number, out bool wide)
    {
        var bytes = scratch.Read(_blocks[number >> Scratch.BlockShift])[(number & (Scratch.BlockSize - 1))..];
        var head = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        wide = (head & IsWide) != 0;
        return bytes.Slice(HeadSize, head & ~IsWide);
    }

    private static int HashNarrow(ReadOnlySpan<byte> bytes)
    {
        Span<char> chars = bytes.Length <= Small ? stackalloc char[bytes.Length] : new char[bytes.Length];
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
