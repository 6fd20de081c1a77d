using System.Runtime.CompilerServices;
using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>Takes over links that another tool left behind.</summary>
internal sealed class Adopter<T>(PassContext context, KindRooms<T> rooms)
    where T : class, IEntity
{
    private const int MostProblems = 1000;

    public async Task<AdoptReport> AdoptAsync(AdoptSource source, bool apply, CancellationToken cancellationToken)
    {
        var rows = await CollectAsync(source, cancellationToken);
        var problems = new List<(int Place, AdoptProblem Problem)>();
        void Report(int place, SyncProblem problem) => problems.Add((place, new AdoptProblem(rows[place].Line, rows[place].First, rows[place].Second, problem)));

        foreach (var place in Enumerable.Range(0, rows.Count).Where(i => rows[i].Problem is not null))
            Report(place, rows[place].Problem!);
        var places = Distinct(rows);
        var contradicting = Contradicting(rows, places);
        foreach (var place in contradicting)
            Report(place, Contradicts(rows[place]));
        var clear = places.Where(place => !contradicting.Contains(place)).ToList();
        var items = clear.Select(place => new WorkItem(0, rows[place].First, rows[place].Second) { Reason = Reasons.TakenOver }).ToList();
        var results = await new Linker<T>(context, rooms).LinkAsync(items, apply, cancellationToken);
        for (var i = 0; i < results.Count; i++)
        {
            if ((results[i].Status == LinkStatus.Taken ? Taken(rows[clear[i]]) : results[i].Problem) is { } problem)
                Report(clear[i], problem);
        }

        return new AdoptReport(T.Kind, IsDryRun: !apply)
        {
            Linked = results.Count(result => result.Status == LinkStatus.Linked),
            Differing = results.Count(result => result.Differs),
            AlreadyLinked = results.Count(result => result.Status == LinkStatus.AlreadyLinked),
            Missing = results.Count(result => result.Status == LinkStatus.Missing),
            Ambiguous = contradicting.Count + results.Count(result => result.Status == LinkStatus.Taken),
            Unreadable = results.Count(result => result.Status == LinkStatus.Unreadable),
            BadLines = rows.Count(row => row.Problem is not null),
            Problems = [.. problems.OrderBy(entry => entry.Place).Take(MostProblems).Select(entry => entry.Problem)],
        };
    }

    private async Task<List<AdoptRow>> CollectAsync(AdoptSource source, CancellationToken cancellationToken) => source switch
    {
        AdoptSource.CsvPairs csv => await csv.ReadAsync(cancellationToken).ToListAsync(cancellationToken),
        AdoptSource.GivenPairs given => [.. given.Rows],
        AdoptSource.CarriedIds<T> carried => await CarriedAsync(carried.Connection, carried.Of, cancellationToken).ToListAsync(cancellationToken),
        AdoptSource.CarriedInCustomField custom => await CarriedAsync(custom.Connection, CustomField(custom.Key), cancellationToken).ToListAsync(cancellationToken),
        AdoptSource.KeyPairs => await KeysAsync(cancellationToken),
        _ => throw new ErpSyncConfigurationException($"The source tells of another type of record than {T.Kind.Name}."),
    };

    private Func<T, string?> CustomField(string key)
    {
        var fields = rooms.Policy.Shape.Fields.OfType<TypedField<T, TextMap>>().ToList();
        return fields.Count == 0
            ? throw new ErpSyncConfigurationException($"{T.Kind.Name} has no custom fields; use AdoptSource.ExternalId.")
            : value => fields.Select(field => field.Get(value)[key]).FirstOrDefault(text => !string.IsNullOrEmpty(text));
    }

    /// <summary>Reads every record of a side, linked or not.</summary>
    private async IAsyncEnumerable<AdoptRow> CarriedAsync(string connection, Func<T, string?> externalId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var side = connection == context.First.Name ? rooms.First
            : connection == context.Second.Name ? rooms.Second
            : throw new ErpSyncConfigurationException($"'{connection}' is not a connection of pair '{context.Pair}' ('{context.First.Name}', '{context.Second.Name}').");
        await foreach (var result in side.Connector.Get<IReader<T>>().ReadAsync(cancellationToken))
        {
            if (result.Problem is { } problem)
                yield return new AdoptRow(null, side.Side == Side.First ? problem.Id : null, side.Side == Side.Second ? problem.Id : null, problem);
            else if (externalId(result.Record!.Value)?.Trim() is { Length: > 0 } other)
                yield return side.Side == Side.First ? new AdoptRow(null, result.Record.Id, new RemoteId(other)) : new AdoptRow(null, new RemoteId(other), result.Record.Id);
        }
    }

    private async Task<List<AdoptRow>> KeysAsync(CancellationToken cancellationToken)
    {
        var sides = await ReadSides<T>.ReadAsync(context, rooms, LinkChoice.Pending, cancellationToken);
        var rows = sides.Items.Where(item => item is { IsMatch: true, Held: null }).Select(item => new AdoptRow(null, item.First, item.Second)).ToList();
        rows.AddRange(sides.Items.Where(item => item.Held?.Code == "match.ambiguous").Select(item => new AdoptRow(null, item.First, item.Second, item.Held)));
        return rows;
    }

    /// <summary>The places of understood rows; the same pair told twice counts once.</summary>
    private static List<int> Distinct(List<AdoptRow> rows) =>
        [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].Problem is null).DistinctBy(i => (rows[i].First, rows[i].Second))];

    /// <summary>Rows that give one record two counterparts.</summary>
    private static HashSet<int> Contradicting(List<AdoptRow> rows, List<int> places) =>
    [
        .. places.GroupBy(place => rows[place].First).Where(group => group.Count() > 1).SelectMany(group => group),
        .. places.GroupBy(place => rows[place].Second).Where(group => group.Count() > 1).SelectMany(group => group),
    ];

    private SyncProblem Contradicts(AdoptRow row) => Problem(ProblemKind.Ambiguous, "adopt.contradicts", $"The source gives {row.First} of {context.First.Name} or {row.Second} of {context.Second.Name} more than one counterpart.", row);

    private SyncProblem Taken(AdoptRow row) => Problem(ProblemKind.Duplicate, "adopt.taken", $"{row.First} of {context.First.Name} or {row.Second} of {context.Second.Name} is linked with another record already.", row);

    private SyncProblem Problem(ProblemKind kind, string code, string message, AdoptRow row) => new(kind, code, message) { Connection = context.First.Name, EntityKind = T.Kind, Id = row.First };
}
