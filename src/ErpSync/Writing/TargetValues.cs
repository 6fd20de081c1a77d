using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Reading;

namespace ErpSync.Writing;

/// <summary>Turns wanted records into the target's own ids.</summary>
internal sealed class TargetValues<T>(KindPolicy<T> policy, SideContext<T> first, SideContext<T> second, RecordComparer<T> comparer, Loader<T> loader)
    where T : class, IEntity
{
    public async Task<IReadOnlyList<(T Value, SyncProblem? Problem)>> ForUpdateAsync(Side target, IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        var wanted = decisions.Select(decision => decision.WantedInFirst(target)!);
        var values = target == Side.First
            ? [.. wanted.Select(value => policy.Shape.Translate(value, LinkMarker.Remover))]
            : await loader.ToSideAsync(target, [.. wanted], cancellationToken);
        return [.. values.Select((value, i) => decisions[i].Restore(target) is { } restore
            ? (restore(decisions[i].Loaded.At(target)!.Value), null)
            : Unplaced(target, decisions[i]) is { } field
            ? (value, Waiting(target, decisions[i], field))
            : Localise(target, value, decisions[i], decisions[i].Writes(target).Select(written => written.Name)))];
    }

    public async Task<IReadOnlyList<(T Value, SyncProblem? Problem)>> ForCreateAsync(Side target, IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        var there = target == Side.First ? first : second;
        var here = target == Side.First ? second : first;
        var allowed = comparer.Fields.Where(field => there.Creates(field.Name)).ToHashSet();
        allowed.UnionWith(comparer.Foreign.Where(field => there.OnlyCreates(field.Name) && here.Reads(field.Name)));
        var empty = policy.Shape.Empty();
        var sources = decisions.Select(decision =>
        {
            var value = target == Side.Second ? decision.Loaded.First!.Value : decision.Loaded.SecondInFirst!;
            return policy.Shape.Fields.Where(field => !allowed.Contains(field)).Aggregate(value, (record, field) => Without(record, field, empty));
        });
        var values = await loader.ToSideAsync(target, [.. sources], cancellationToken);
        return [.. values.Select((value, i) => decisions[i].Restore(target) is { } restore
            ? Localise(target, restore(value), decisions[i], [])
            : Localise(target, value, decisions[i], null))];
    }

    /// <summary>The record without a field that is not carried. What tells an owned record apart under its owner stays: another key would be another record.</summary>
    private T Without(T record, Field<T> field, T empty)
    {
        var cleared = field.Replace(record, empty);
        return policy.Shape.Ownership is { } ownership && !string.Equals(ownership.Key(cleared), ownership.Key(record), StringComparison.Ordinal) ? record : cleared;
    }

    /// <summary>The written field whose pointer comes from the other side and has no counterpart at the target; asked before marks are taken off and ids change sides.</summary>
    private static string? Unplaced(Side target, Decision<T> decision) =>
        decision.Writes(target).FirstOrDefault(field => !field.TryLocalise(decision.WantedInFirst(target)!, out _))?.Name;

    private (T Value, SyncProblem? Problem) Localise(Side target, T value, Decision<T> decision, IEnumerable<string>? written) =>
        policy.Shape.TryLocalise(value, out var localised, out var missing) || (written is not null && !written.Contains(missing, StringComparer.Ordinal) && missing != "Owner")
            ? (localised, null)
            : (localised, Waiting(target, decision, missing!));

    private SyncProblem Waiting(Side target, Decision<T> decision, string missing)
    {
        var source = target == Side.First ? second : first;
        return new SyncProblem(ProblemKind.WaitingForDependency, "write.dependency-not-linked", $"The record that its {missing} points to is not linked yet.")
        {
            Connection = source.Name,
            EntityKind = T.Kind,
            Id = decision.Loaded.At(source.Side)?.Id,
            Field = missing,
        };
    }
}
