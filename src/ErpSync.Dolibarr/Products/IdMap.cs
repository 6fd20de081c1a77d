namespace ErpSync.Dolibarr;

/// <summary>A small number for each id, where ids lie close together as those of a database do: four bytes each. Zero for ids that have none.</summary>
internal sealed class IdMap
{
    private const int Shift = 10;
    private readonly Dictionary<long, int[]> _pages = [];

    public int this[long id]
    {
        get => _pages.TryGetValue(id >> Shift, out var page) ? page[id & ((1 << Shift) - 1)] : 0;
        set
        {
            if (!_pages.TryGetValue(id >> Shift, out var page))
                _pages[id >> Shift] = page = new int[1 << Shift];
            page[id & ((1 << Shift) - 1)] = value;
        }
    }
}
