using System.Collections;
using ErpSync.Reading;

namespace ErpSync.Matching;

/// <summary>
/// The work of a pass in its order. A first run has an item for every record of both systems and keeps them to its end, so they are kept packed in a <see cref="Scratch"/>,
/// some fifty bytes each, and made anew when they are asked for. What does not fit the packed form is kept as it is.
/// </summary>
internal sealed class WorkItems(Scratch scratch) : IReadOnlyList<WorkItem>
{
    private const int MostProblems = 200;

    private readonly PackedTexts _texts = new(scratch);
    private readonly Rows<Row> _rows = new(scratch);
    private readonly List<SyncProblem> _problems = [];
    private readonly Dictionary<SyncProblem, int> _problemNumbers = [];
    private readonly List<string> _reasons = [];
    private readonly Dictionary<string, int> _reasonNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, WorkItem> _whole = [];

    public int Count => _rows.Count;

    public WorkItem this[int index]
    {
        get => _whole.GetValueOrDefault(index) ?? Unpack(_rows[index]);
        set
        {
            _rows[index] = Pack(value);
            _whole.Remove(index);
            Check(index, value);
        }
    }

    public static WorkItems Of(IEnumerable<WorkItem> items, Scratch scratch)
    {
        var all = new WorkItems(scratch);
        all.AddRange(items);
        return all;
    }

    public void Add(WorkItem item) => Check(_rows.Add(Pack(item)), item);

    public void AddRange(IEnumerable<WorkItem> items)
    {
        foreach (var item in items)
            Add(item);
    }

    public IEnumerator<WorkItem> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Check(int index, WorkItem item)
    {
        if (Unpack(_rows[index]) != item)
            _whole[index] = item;
    }

    private Row Pack(WorkItem item)
    {
        var row = new Row
        {
            LinkNumber = item.LinkNumber,
            First = _texts.Add(item.First?.Value),
            Second = _texts.Add(item.Second?.Value),
            NewbornAt = item.NewbornAt,
            HasMoved = item.HasMoved,
            FirstGone = item.FirstGone,
            SecondGone = item.SecondGone,
            Reason = NumberOf(item.Reason),
            Held = item.Held is null ? 0 : NumberOf(WithoutId(item, item.Held)) + 1,
        };
        row.Label = item.Label == item.First?.Value ? row.First : item.Label == item.Second?.Value ? row.Second : _texts.Add(item.Label);
        return row;
    }

    private int NumberOf(string reason)
    {
        if (_reasonNumbers.TryGetValue(reason, out var number))
            return number;
        _reasons.Add(reason);
        return _reasonNumbers[reason] = _reasons.Count - 1;
    }

    /// <summary>The number of a problem that many items share; what is said of one record only is not numbered.</summary>
    private int NumberOf(SyncProblem problem)
    {
        if (_problemNumbers.TryGetValue(problem, out var number))
            return number;
        if (_problems.Count >= MostProblems)
            return -1;
        _problems.Add(problem);
        return _problemNumbers[problem] = _problems.Count - 1;
    }

    private static SyncProblem WithoutId(WorkItem item, SyncProblem held) => held.Id is { } id && id == (item.First ?? item.Second) ? held with { Id = null } : held;

    private SyncProblem? Held(in Row row) => row.Held == 0 ? null : _problems[row.Held - 1] is { Id: null } shared ? shared with { Id = Id(row.First) ?? Id(row.Second) } : _problems[row.Held - 1];

    private WorkItem Unpack(in Row row) => new(row.LinkNumber, Id(row.First), Id(row.Second))
    {
        Held = Held(row),
        Reason = _reasons[row.Reason],
        Label = _texts.Read(row.Label)!,
        NewbornAt = row.NewbornAt,
        HasMoved = row.HasMoved,
        FirstGone = row.FirstGone,
        SecondGone = row.SecondGone,
    };

    private RemoteId? Id(int number) => _texts.Read(number) is { } text ? new RemoteId(text) : null;

    private struct Row
    {
        public long LinkNumber;
        public int First;
        public int Second;
        public int Label;
        public int Reason;

        /// <summary>The number of the problem, counted from 1; 0 for none.</summary>
        public int Held;
        public Side? NewbornAt;
        public bool HasMoved;
        public bool FirstGone;
        public bool SecondGone;
    }
}
