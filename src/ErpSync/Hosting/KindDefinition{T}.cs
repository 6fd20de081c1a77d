using System.Text.Json;
using ErpSync.Passes;

namespace ErpSync;

/// <summary>One kind of a pair: turns the host's names into sides, once all connections are known.</summary>
internal sealed class KindDefinition<T>(PairBuilder pair, KindBuilder<T> kind) : KindDefinition
    where T : class, IEntity
{
    public override EntityKind Kind => T.Kind;

    public override IReadOnlyList<EntityKind> DependsOn => kind.Shape.DependsOn;

    public override string PolicySignature => Signature();

    public override bool BringsAlong => kind.BringsAlong;

    public override string? Source => kind.Source;

    public override bool ComesOnlyFrom(string connection) => kind.Source == connection && kind.Owners.Values.All(owner => owner == connection);

    public override bool IsOffered(Connector first, Connector second) => !kind.IsOptional || (first.Find<IReader<T>>() is not null && second.Find<IReader<T>>() is not null);

    public void Adjust(Action<KindBuilder<T>> configure) => configure(kind);

    public override void Validate(ICollection<string> errors)
    {
        var place = $"Pair '{pair.Name}', {Kind.Name}";
        foreach (var connection in Connections().Where(name => SideOf(name) is null).Distinct(StringComparer.Ordinal))
            errors.Add($"{place}: '{connection}' is not one of the pair's connections ('{pair.First}', '{pair.Second}').");
        foreach (var field in NamedFields().Where(name => kind.Shape.Find(name) is null).Distinct(StringComparer.Ordinal))
            errors.Add($"{place}: there is no field '{field}' to set a policy for. Fields: {string.Join(", ", kind.Shape.Fields.Select(x => x.Name))}.");
        foreach (var field in kind.ByDifference.Where(name => kind.Shape.Find(name) is { Merge: not MergeStyle.Difference }))
            errors.Add($"{place}: '{field}' is not a quantity and cannot be merged by difference.");
        DeletionRules.Validate(place, kind.Shape, Deletions(), kind.Source, pair.First, pair.Second, errors);
    }

    public override Need NeedOf(Side side, Connector connector)
    {
        var policy = Resolve();
        var written = policy.Source is null || policy.Source != side || policy.Owners.Values.Any(owner => owner != side);
        return new Need(
            Kind,
            Reads: true,
            Creates: policy.CreateAt.Contains(side) && connector.Find<ICreator<T>>() is not null,
            Updates: written && connector.Find<IUpdater<T>>() is not null,
            Deletes: policy.OnDelete.TryGetValue(Other(side), out var deletion) && deletion == Deletion.Delete && connector.Find<IDeleter<T>>() is not null);
    }

    public override SyncReason PolicyOn(PairDefinition owner, string field, OpenReason reason) => Explaining.PolicyWords.Of(Resolve(), owner, field, reason);

    public override string Display(string field, string json)
    {
        if (kind.Shape.Find(field) is not { } known)
            return json;
        try
        {
            using var document = JsonDocument.Parse(json);
            return known.Display(known.Read(kind.Shape.Empty(), document.RootElement));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return json; // written by a version that stored the field otherwise
        }
    }

    public override string FieldName(string field) => kind.Shape.Find(field)?.Name ?? field;

    public override IKindPass Open(PassContext context) => new KindPass<T>(context, Resolve());

    private KindPolicy<T> Resolve()
    {
        var source = kind.Source is null ? null : SideOf(kind.Source);
        IEnumerable<Side> creating = kind.Creating is { } named
            ? named.Select(name => SideOf(name)!.Value)
            : source is { } from ? [Other(from)] : [Side.First, Side.Second];
        return new KindPolicy<T>
        {
            Shape = kind.Shape,
            Source = source,
            Keys = kind.Keys,
            Where = kind.Filter,
            SideFilters = [.. kind.SideFilters.Select(filter => (SideOf(filter.Connection)!.Value, filter.Keep))],
            LinkedOnly = [.. kind.LinkedOnly.Select(filter => (SideOf(filter.Connection)!.Value, filter.Pointer))],
            Finals = [.. kind.Finals.Select(final => (SideOf(final.Connection)!.Value, final.IsFinal))],
            Ranges = kind.Ranges.ToDictionary(range => SideOf(range.Key)!.Value, range => range.Value),
            Mailing = kind.Mailing.Select(name => SideOf(name)!.Value).ToHashSet(),
            Ignored = kind.Ignored,
            Owners = kind.Owners.ToDictionary(owner => owner.Key, owner => SideOf(owner.Value)!.Value, StringComparer.Ordinal),
            ByDifference = kind.ByDifference,
            OnConflict = kind.Conflicts,
            OnFieldConflict = kind.FieldConflicts,
            OnFirstRun = kind.FirstRun,
            OnDrift = kind.Drifts,
            OnEdit = kind.EditPolicy,
            CreateAt = creating.ToHashSet(),
            LinkFrom = kind.LinkedFrom,
            OnDelete = Deletions().ToDictionary(item => SideOf(item.Key)!.Value, item => item.Value),
            Brake = kind.BrakePolicy,
            Signature = Signature(),
        };
    }

    private string Signature() => string.Join('|',
        kind.Source,
        Text(kind.Conflicts),
        Text(kind.FirstRun),
        kind.EditPolicy == Edits.Show ? $"{kind.Drifts}+{kind.EditPolicy}" : kind.Drifts,
        string.Join(',', kind.Owners.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={x.Value}")),
        string.Join(',', kind.FieldConflicts.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={Text(x.Value)}")),
        string.Join(',', kind.ByDifference.Order(StringComparer.Ordinal)),
        string.Join(',', kind.Ignored.Order(StringComparer.Ordinal))) + DeletionRules.Signature(Deletions());

    private Dictionary<string, Deletion> Deletions() => DeletionRules.ByConnection(kind.Deletes, kind.SideDeletes, kind.Source, pair.First, pair.Second);

    private static string Text(Conflict policy) => $"{policy.Rule}:{policy.Connection}";

    private IEnumerable<string> Connections() => new[] { kind.Source, kind.Conflicts.Connection, kind.FirstRun.Connection }
        .Concat(kind.Owners.Values)
        .Concat(kind.FieldConflicts.Values.Select(policy => policy.Connection))
        .Concat(kind.Creating ?? [])
        .Concat(kind.SideDeletes.Keys)
        .Concat(kind.SideFilters.Select(filter => filter.Connection))
        .Concat(kind.LinkedOnly.Select(filter => filter.Connection))
        .Concat(kind.Finals.Select(final => final.Connection))
        .Concat(kind.Ranges.Keys)
        .Concat(kind.Mailing)
        .OfType<string>();

    private IEnumerable<string> NamedFields() => kind.Ignored.Concat(kind.Owners.Keys).Concat(kind.FieldConflicts.Keys).Concat(kind.ByDifference);

    private Side? SideOf(string connection) =>
        string.Equals(connection, pair.First, StringComparison.Ordinal) ? Side.First
        : string.Equals(connection, pair.Second, StringComparison.Ordinal) ? Side.Second
        : null;

    private static Side Other(Side side) => side == Side.First ? Side.Second : Side.First;
}
