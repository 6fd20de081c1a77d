namespace ErpSync.Simulation.Model;

/// <summary>Every user edit and which one it was typed over: who knew what.</summary>
internal sealed class Ledger
{
    private readonly List<Edit?> _edits = [null];

    public int Count => _edits.Count - 1;

    public IEnumerable<Edit> All => _edits.Skip(1).OfType<Edit>();

    public Edit? this[int id] => id > 0 && id < _edits.Count ? _edits[id] : null;

    public int Add(Side side, EntityKind kind, int gid, string atom, int parent, long moment, RemoteId record)
    {
        _edits.Add(new Edit { Id = _edits.Count, Parent = parent, Side = side, Kind = kind, Gid = gid, Atom = atom, Moment = moment, Record = record });
        return _edits.Count - 1;
    }

    /// <summary>True when whoever typed <paramref name="later"/> had <paramref name="earlier"/> before his eyes, or they are the same.</summary>
    public bool Knew(int later, int earlier)
    {
        for (var id = later; id > 0; id = _edits[id]!.Parent)
        {
            if (id == earlier)
                return true;
        }

        return earlier == 0;
    }

    /// <summary>True when two edits go back to a common one: the two sides once held the same.</summary>
    public bool ShareRoot(int one, int other) => Root(one) == Root(other);

    /// <summary>The edits that nobody typed over.</summary>
    public IEnumerable<Edit> Leaves()
    {
        var parents = All.Select(edit => edit.Parent).ToHashSet();
        return All.Where(edit => !parents.Contains(edit.Id));
    }

    private int Root(int id)
    {
        while (id > 0 && _edits[id]!.Parent > 0)
            id = _edits[id]!.Parent;
        return id;
    }
}
