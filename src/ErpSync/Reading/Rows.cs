namespace ErpSync.Reading;

/// <summary>A list that grows without copying: small blocks, which the collector moves and gives back easily.</summary>
internal sealed class Rows<TRow>
    where TRow : struct
{
    private const int Shift = 10;
    private const int BlockSize = 1 << Shift;

    private readonly List<TRow[]> _blocks = [];

    public int Count { get; private set; }

    public ref TRow this[int index] => ref _blocks[index >> Shift][index & (BlockSize - 1)];

    public int Add(TRow row)
    {
        if (Count == _blocks.Count << Shift)
            _blocks.Add(new TRow[BlockSize]);
        this[Count] = row;
        return Count++;
    }

    public void Clear()
    {
        _blocks.Clear();
        Count = 0;
    }
}
