using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ErpSync.Reading;

/// <summary>A list of small values in blocks of a <see cref="Scratch"/>.</summary>
internal sealed class Rows<TRow>(Scratch scratch)
    where TRow : struct
{
    private static readonly int Size = Unsafe.SizeOf<TRow>();
    private static readonly int PerBlock = Scratch.BlockSize / Size;

    private readonly List<int> _blocks = [];

    public int Count { get; private set; }

    public TRow this[int index]
    {
        get => MemoryMarshal.Read<TRow>(scratch.Read(_blocks[index / PerBlock])[(index % PerBlock * Size)..]);
        set => MemoryMarshal.Write(scratch.Write(_blocks[index / PerBlock])[(index % PerBlock * Size)..], in value);
    }

    public int Add(TRow row)
    {
        if (Count == _blocks.Count * PerBlock)
            _blocks.Add(scratch.Take());
        Count++;
        this[Count - 1] = row;
        return Count - 1;
    }

    /// <summary>Adds rows of zeros.</summary>
    public void AddEmpty(int count)
    {
        for (Count += count; _blocks.Count * PerBlock < Count;)
            _blocks.Add(scratch.Take());
    }

    public void Clear()
    {
        foreach (var block in _blocks)
            scratch.Return(block);
        _blocks.Clear();
        Count = 0;
    }
}
