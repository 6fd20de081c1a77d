using System.Runtime.CompilerServices;

namespace ErpSync.Benchmarks.Model;

/// <summary>A system whose records lie ready in memory, so that only the engine costs.</summary>
internal sealed class PreparedSystem : IKind<Product>, IReader<Product>, ILister<Product>, IFinder<Product>
{
    private readonly Remote<Product>[] _records;
    private readonly Dictionary<RemoteId, int> _places = [];

    public PreparedSystem(string name, long count)
    {
        _records = new Remote<Product>[count];
        for (var i = 0; i < _records.Length; i++)
        {
            var product = SampleProducts.Make(i + 1);
            _records[i] = new Remote<Product>(RemoteId.From(i + 1), product) { Label = product.Reference, Stamp = "v1" };
            _places[_records[i].Id] = i;
        }

        Connector = new Connector(name, "Prepared records")
            .With<IKind<Product>>(this)
            .With<IReader<Product>>(this)
            .With<ILister<Product>>(this)
            .With<IFinder<Product>>(this);
    }

    public Connector Connector { get; }

    public KindProfile<Product> Profile { get; } = new();

    /// <summary>A user edits every record.</summary>
    public void EditAll(Func<Product, Product> change)
    {
        for (var i = 0; i < _records.Length; i++)
            _records[i] = _records[i] with { Value = change(_records[i].Value), Stamp = _records[i].Stamp + "+" };
    }

    public async IAsyncEnumerable<ReadResult<Product>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var record in _records)
            yield return ReadResult<Product>.Of(record);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var record in _records)
            yield return new Listed(record.Id, record.Stamp);
    }

    public async IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var id in ids)
        {
            if (_places.TryGetValue(id, out var place))
                yield return ReadResult<Product>.Of(_records[place]);
        }
    }
}
