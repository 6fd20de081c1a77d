using System.Text.RegularExpressions;

namespace ErpSync.Testing;

/// <summary>What the checks of one kind share in one run: making, finding and comparing records.</summary>
internal sealed partial class KindCheck<T>(CheckSession session, Shape<T> shape)
    where T : class, IEntity
{
    public CheckSession Session => session;

    public Shape<T> Shape => shape;

    public CancellationToken Cancellation => session.Cancellation;

    public KindProfile<T> Profile => Find<IKind<T>>()?.Profile ?? new KindProfile<T>();

    public IEnumerable<Field<T>> ReadFields => shape.Fields.Where(candidate => Profile.ReadFields?.Contains(candidate.Name) != false);

    public IEnumerable<Field<T>> WrittenFields => ReadFields.Where(candidate => Profile.WrittenFields?.Contains(candidate.Name) != false);

    public TCapability? Find<TCapability>()
        where TCapability : class => session.Connector.Find<TCapability>();

    public TCapability Need<TCapability>()
        where TCapability : class =>
        Find<TCapability>() ?? throw CheckOutcomeException.NotSupported($"{typeof(TCapability).Name.Split('`')[0]} is not registered.");

    public static void Demand(bool condition, string message)
    {
        if (!condition)
            throw CheckOutcomeException.Failed(message);
    }

    /// <summary>A valid record that is not created yet, under new parents where it needs them.</summary>
    public async Task<T> SampleAsync(bool full) => await SampleRecords.MakeAsync(this, full);

    /// <summary>A record to work on: created, or come by itself with an owner that was created.</summary>
    public async Task<Remote<T>> SubjectAsync(bool full = false)
    {
        if (Find<ICreator<T>>() is not null)
            return await CreateAsync(await SampleAsync(full));
        if (shape.Ownership is null || shape.DependsOn.Count == 0 || await session.MakeAsync(shape.DependsOn[0]) is not { } owner)
            throw CheckOutcomeException.NotSupported("The connector can create neither the kind nor its owner.");
        return await ReadAllAsync().Select(result => result.Record).FirstOrDefaultAsync(record => record is not null && shape.Ownership.Owner(record.Value) == owner, Cancellation)
            ?? throw CheckOutcomeException.Failed($"No {T.Kind.Name} came with the {owner} that was created.");
    }

    /// <summary>Creates one record and reads it.</summary>
    public async Task<Remote<T>> CreateAsync(T value, string? token = null)
    {
        var results = await Need<ICreator<T>>().CreateAsync([new Creation<T>(token ?? session.NextToken(), value)], Cancellation);
        Demand(results.Count == 1, $"One record was created and {results.Count} results came.");
        return await StoredAsync(results[0], "create");
    }

    /// <summary>Updates one record and reads it.</summary>
    public async Task<Remote<T>> UpdateAsync(Remote<T> current, T wanted, params string[] fields)
    {
        var results = await Need<IUpdater<T>>().UpdateAsync([new Revision<T>(current, wanted, fields)], Cancellation);
        Demand(results.Count == 1, $"One record was updated and {results.Count} results came.");
        return await StoredAsync(results[0], $"update of {string.Join(", ", fields)}");
    }

    /// <summary>The record that a write left behind, as it is read; the stored form in the answer must be the same.</summary>
    public async Task<Remote<T>> StoredAsync(WriteResult<T> result, string what)
    {
        if (result is not WriteResult<T>.Written written)
            throw CheckOutcomeException.Failed($"The {what} failed: {((WriteResult<T>.Failed)result).Problem}");
        session.WillRemove<T>(written.Id);
        var read = await FindOneAsync(written.Id) ?? throw CheckOutcomeException.Failed($"After the {what}, {written.Id} is not found.");
        if (written.Stored is { } stored)
        {
            Demand(stored.Id == written.Id, $"The {what} gave the id {written.Id} and a stored record with the id {stored.Id}.");
            foreach (var field in ReadFields)
                Demand(field.AreEqual(stored.Value, read.Value), $"The {what} gave back {field.Name} '{field.Display(stored.Value)}', and it is read as '{field.Display(read.Value)}'.");
        }

        return read;
    }

    public async Task<Remote<T>?> FindOneAsync(RemoteId id)
    {
        if (Find<IFinder<T>>() is { } finder)
        {
            await foreach (var result in finder.FindAsync([id], Cancellation))
            {
                Demand(result.Problem is null, $"{id} cannot be read: {result.Problem}");
                if (result.Record?.Id == id)
                    return result.Record;
            }

            return null;
        }

        return await ReadAllAsync().Select(result => result.Record).FirstOrDefaultAsync(record => record?.Id == id, Cancellation);
    }

    public IAsyncEnumerable<ReadResult<T>> ReadAllAsync() => Need<IReader<T>>().ReadAsync(Cancellation);

    public async Task<Dictionary<RemoteId, string?>> ListAsync()
    {
        var lines = new Dictionary<RemoteId, string?>();
        await foreach (var line in Need<ILister<T>>().ListAsync(Cancellation))
            Demand(lines.TryAdd(line.Id, line.Stamp), $"The listing names {line.Id} twice.");
        return lines;
    }

    /// <summary>Some records that exist: the first few, or one that is made when there are none.</summary>
    public async Task<List<Remote<T>>> SomeAsync()
    {
        var some = await ReadAllAsync().Where(result => result.Record is not null).Select(result => result.Record!).Take(10).ToListAsync(Cancellation);
        return some.Count > 0 ? some : [await SubjectAsync()];
    }

    /// <summary>An id that no record has, formed like another one.</summary>
    public static RemoteId MissingLike(RemoteId id) => new(Digits().IsMatch(id.Value) ? Digits().Replace(id.Value, "999999999") : id.Value + "-missing");

    /// <summary>True when what is read is what was wanted, as it is or as the connector says that its system holds it.</summary>
    public bool Holds(Field<T> field, T read, T wanted) => field.AreEqual(read, wanted) || field.AreEqual(read, Profile.Normalise(wanted));

    /// <summary>Demands that a record holds what was wanted in every read field but some.</summary>
    public void DemandHolds(string what, T read, T wanted, params string[] except)
    {
        foreach (var field in ReadFields.Where(field => !except.Contains(field.Name) && field is not TypedField<T, ImageContent>))
            Demand(Holds(field, read, wanted), $"{what}: {field.Name} should be '{field.Display(wanted)}' or its declared normal form '{field.Display(Profile.Normalise(wanted))}', and is '{field.Display(read)}'.");
    }

    /// <summary>True when the field points at other records.</summary>
    public static bool HoldsPointers(Field<T> field) =>
        field.PointsTo is not null || field is TypedField<T, RefSet> or TypedField<T, Ref?> or TypedField<T, ValueList<DocumentLine>> or TypedField<T, ValueList<ShipmentLine>>;

    /// <summary>Records that the pointers of the kind may point at; made for this check.</summary>
    public async Task<IReadOnlyList<Ref>> TargetsAsync()
    {
        var kinds = shape.DependsOn.Where(kind => ReadFields.Any(field => field.PointsTo == kind) || !shape.Fields.Any(field => field.PointsTo == kind)).Concat(ReadFields.Select(field => field.PointsTo).OfType<EntityKind>()).DefaultIfEmpty(T.Kind).Distinct();
        var targets = new List<Ref>();
        foreach (var kind in kinds)
        {
            if (await session.TargetAsync(kind) is { } one && await session.TargetAsync(kind) is { } other)
                targets.AddRange([one, other]);
        }

        return targets;
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
