using System.Xml.Linq;

namespace ErpSync.PrestaShop;

/// <summary>A batch of writes: the XML of the records that can be sent, the problems of the others, and the results in the batch's order.</summary>
/// <typeparam name="T">The record's type.</typeparam>
internal sealed class WriteBatch<T>
    where T : class, IEntity
{
    private readonly SyncProblem?[] _problems;
    private readonly RemoteId?[] _ids;
    private readonly string _connection;

    private WriteBatch(int count, string connection)
    {
        _problems = new SyncProblem?[count];
        _ids = new RemoteId?[count];
        Records = new XElement?[count];
        _connection = connection;
    }

    /// <summary>What is sent, in the batch's order; null for a record that is not sent.</summary>
    public XElement?[] Records { get; }

    /// <summary>Builds the records; what the builder refuses becomes that record's problem.</summary>
    public static WriteBatch<T> Of<TItem>(IReadOnlyList<TItem> batch, string connection, Func<TItem, XElement?> build, Func<TItem, RemoteId?> id)
    {
        var draft = new WriteBatch<T>(batch.Count, connection);
        for (var index = 0; index < batch.Count; index++)
        {
            draft._ids[index] = id(batch[index]);
            try
            {
                draft.Records[index] = build(batch[index]);
            }
            catch (ConnectorException fault)
            {
                draft._problems[index] = fault.Problem;
            }
        }

        return draft;
    }

    /// <summary>Takes a record out of the batch.</summary>
    public void Refuse(int place, SyncProblem problem)
    {
        _problems[place] = problem;
        Records[place] = null;
    }

    /// <summary>The results of creates.</summary>
    public IReadOnlyList<WriteResult<T>> Results((long Id, SyncProblem? Problem)[] sent) =>
        [.. sent.Select((one, index) => (_problems[index] ?? one.Problem) is { } problem ? Failed(problem, index) : new WriteResult<T>.Written(RemoteId.From(one.Id)))];

    /// <summary>The results of updates.</summary>
    public IReadOnlyList<WriteResult<T>> Results(SyncProblem?[] sent) =>
        [.. sent.Select((one, index) => (_problems[index] ?? one) is { } problem ? Failed(problem, index) : new WriteResult<T>.Written(_ids[index]!.Value))];

    /// <summary>The results of deletes.</summary>
    public static IReadOnlyList<WriteResult<T>> Deleted(IReadOnlyList<Remote<T>> batch, IReadOnlyDictionary<long, SyncProblem> problems) =>
        [.. batch.Select(record => problems.TryGetValue(Rows.Number(record.Id), out var problem)
            ? new WriteResult<T>.Failed(WriteFaults.For<T>(problem, record.Id))
            : (WriteResult<T>)new WriteResult<T>.Written(record.Id))];

    private WriteResult<T> Failed(SyncProblem problem, int index) =>
        new WriteResult<T>.Failed(WriteFaults.For<T>(problem, _ids[index]) with { Connection = problem.Connection ?? _connection });
}
