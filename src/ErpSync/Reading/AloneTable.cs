namespace ErpSync.Reading;

/// <summary>Ids with what was found about them, packed; there may be as many as the system has records.</summary>
internal sealed class AloneTable
{
    private readonly PackedTexts _texts;
    private readonly Rows<Row> _rows;
    private readonly TextIndex _byId;

    public AloneTable(Scratch scratch)
    {
        _texts = new PackedTexts(scratch);
        _rows = new Rows<Row>(scratch);
        _byId = new TextIndex(_texts, scratch);
    }

    public int Count { get; private set; }

    /// <summary>Adds an id, or replaces what is known of it.</summary>
    public void Add(RemoteId id, AloneSort sort, string? text)
    {
        Remove(id);
        var row = new Row { Id = _texts.Add(id.Value), Sort = sort, Text = _texts.Add(text) };
        _byId.Add(row.Id, _rows.Add(row));
        Count++;
    }

    public void Remove(RemoteId id)
    {
        if (Count > 0 && Find(id) is var row and >= 0)
        {
            _rows[row] = _rows[row] with { IsGone = true };
            Count--;
        }
    }

    public bool Contains(RemoteId id) => Count > 0 && Find(id) >= 0;

    public IEnumerable<(RemoteId Id, AloneSort Sort, string? Text)> All()
    {
        for (var number = 0; number < _rows.Count; number++)
        {
            var row = _rows[number];
            if (!row.IsGone)
                yield return (new RemoteId(_texts.Read(row.Id)!), row.Sort, _texts.Read(row.Text));
        }
    }

    private int Find(RemoteId id)
    {
        foreach (var row in _byId.Find(id.Value).Rows())
        {
            if (!_rows[row].IsGone)
                return row;
        }

        return -1;
    }

    private record struct Row
    {
        public int Id;
        public int Text;
        public AloneSort Sort;
        public bool IsGone;
    }
}
