namespace ErpSync.Reading;

/// <summary>Finds rows by a packed text, several of them where they share it, in the order in which they were added. Twenty bytes a row, and four a slot.</summary>
internal sealed class TextIndex
{
    private const int Empty = 0;
    private const int FewestSlots = Scratch.BlockSize / sizeof(int);

    private readonly PackedTexts _texts;
    private readonly Rows<Entry> _entries;
    private readonly Rows<int> _slots;
    private int _heads;

    public TextIndex(PackedTexts texts, Scratch scratch)
    {
        _texts = texts;
        _entries = new Rows<Entry>(scratch);
        _slots = new Rows<int>(scratch);
    }

    /// <summary>Adds a row under the number of a text.</summary>
    public void Add(int text, int row)
    {
        if (_heads >= _slots.Count / 2)
            Grow();
        var hash = _texts.Hash(text);
        var number = _entries.Add(new Entry { Text = text, Hash = hash, Row = row }) + 1;
        var slot = hash & (_slots.Count - 1);
        for (; _slots[slot] is var place and not Empty; slot = (slot + 1) & (_slots.Count - 1))
        {
            var head = _entries[place - 1];
            if (head.Hash != hash || !_texts.AreSame(head.Text, text))
                continue;
            _entries[head.Last - 1] = _entries[head.Last - 1] with { Next = number };
            _entries[place - 1] = _entries[place - 1] with { Last = number };
            return;
        }

        _entries[number - 1] = _entries[number - 1] with { Last = number };
        _slots[slot] = number;
        _heads++;
    }

    /// <summary>The rows under a text; empty when there is none.</summary>
    public RowChain Find(string text)
    {
        if (_slots.Count == 0)
            return default;
        var hash = PackedTexts.Hash(text);
        for (var slot = hash & (_slots.Count - 1); _slots[slot] is var place and not Empty; slot = (slot + 1) & (_slots.Count - 1))
        {
            var head = _entries[place - 1];
            if (head.Hash == hash && _texts.Is(head.Text, text))
                return new RowChain(this, place);
        }

        return default;
    }

    /// <summary>The rows by text, in the order in which the texts were met first.</summary>
    public IEnumerable<RowChain> Groups()
    {
        for (var place = 1; place <= _entries.Count; place++)
        {
            if (_entries[place - 1].Last != Empty)
                yield return new RowChain(this, place);
        }
    }

    public void Clear()
    {
        _entries.Clear();
        _slots.Clear();
        _heads = 0;
    }

    private void Grow()
    {
        var count = Math.Max(FewestSlots, _slots.Count * 2);
        _slots.Clear();
        _slots.AddEmpty(count);
        for (var place = 1; place <= _entries.Count; place++)
        {
            var entry = _entries[place - 1];
            if (entry.Last == Empty)
                continue;
            var slot = entry.Hash & (count - 1);
            while (_slots[slot] != Empty)
                slot = (slot + 1) & (count - 1);
            _slots[slot] = place;
        }
    }

    /// <summary>The rows that share a text.</summary>
    internal readonly struct RowChain(TextIndex index, int head)
    {
        public bool IsEmpty => head == Empty;

        public bool IsSingle => head != Empty && index._entries[head - 1].Next == Empty;

        public int First => index._entries[head - 1].Row;

        /// <summary>The number of the text.</summary>
        public int Text => index._entries[head - 1].Text;

        public IEnumerable<int> Rows()
        {
            for (var place = head; place != Empty;)
            {
                var entry = index._entries[place - 1];
                yield return entry.Row;
                place = entry.Next;
            }
        }
    }

    private record struct Entry
    {
        public int Text;
        public int Hash;
        public int Row;
        public int Next;

        /// <summary>For the first row of a text: the last one; 0 for the others.</summary>
        public int Last;
    }
}
