namespace ErpSync.Reading;

/// <summary>Finds rows by a packed text, several of them where they share it, in the order in which they were added. Four bytes a row and slot.</summary>
internal sealed class TextIndex(PackedTexts texts)
{
    private const int Empty = 0;

    private readonly Rows<Entry> _entries = new();
    private int[] _slots = new int[64];
    private int _heads;

    /// <summary>Adds a row under the number of a text.</summary>
    public void Add(int text, int row)
    {
        var entry = _entries.Add(new Entry { Text = text, Row = row, Next = Empty, Last = Empty }) + 1;
        _entries[entry - 1].Last = entry;
        if (_heads >= _slots.Length / 2)
            Grow();
        var slot = texts.Hash(text) & (_slots.Length - 1);
        for (; _slots[slot] != Empty; slot = (slot + 1) & (_slots.Length - 1))
        {
            ref var head = ref _entries[_slots[slot] - 1];
            if (!texts.Bytes(head.Text).SequenceEqual(texts.Bytes(text)))
                continue;
            _entries[head.Last - 1].Next = entry;
            head.Last = entry;
            return;
        }

        _slots[slot] = entry;
        _heads++;
    }

    /// <summary>The rows under a text; empty when there is none.</summary>
    public RowChain Find(string text)
    {
        for (var slot = PackedTexts.Hash(text) & (_slots.Length - 1); _slots[slot] != Empty; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (texts.Is(_entries[_slots[slot] - 1].Text, text))
                return new RowChain(this, _slots[slot]);
        }

        return default;
    }

    /// <summary>The rows by text, in the order in which the texts were met first.</summary>
    public IEnumerable<RowChain> Groups()
    {
        var isHead = new System.Collections.BitArray(_entries.Count + 1);
        foreach (var slot in _slots)
            isHead[slot] = true;
        for (var entry = 1; entry <= _entries.Count; entry++)
        {
            if (isHead[entry])
                yield return new RowChain(this, entry);
        }
    }

    public void Clear()
    {
        _entries.Clear();
        _slots = new int[64];
        _heads = 0;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new int[old.Length * 2];
        foreach (var head in old)
        {
            if (head == Empty)
                continue;
            var slot = texts.Hash(_entries[head - 1].Text) & (_slots.Length - 1);
            while (_slots[slot] != Empty)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = head;
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
            for (var entry = head; entry != Empty; entry = index._entries[entry - 1].Next)
                yield return index._entries[entry - 1].Row;
        }
    }

    private struct Entry
    {
        public int Text;
        public int Row;
        public int Next;
        public int Last;
    }
}
