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
        var values = await loader.ToSideAsync(target, [.. decisions.Select(decision => decision.WantedInFirst(target)!)], cancellationToken);
        return [.. values.Select((value, i) => Localise(target, value, decisions[i], decisions[i].Writes(target).Select(field => field.Name)))];
    }

    public async Task<IReadOnlyList<(T Value, SyncProblem? Problem)>> ForCreateAsync(Side target, IReadOnlyList<Decision<T>> decisions, CancellationToken cancellationToken)
    {
        var there = target == Side.First ? first : second;
        var allowed = comparer.Fields.Where(field => there.Creates(field.Name)).ToHashSet();
        var empty = policy.Shape.Empty();
        var sources = decisions.Select(decision =>
        {
            var value = target == Side.Second ? decision.Loaded.First!.Value : decision.Loaded.SecondInFirst!;
            return policy.Shape.Fields.Where(field => !allowed.Contains(field)).Aggregate(value, (record, field) => field.Replace(record, empty));
        });
        var values = await loader.ToSideAsync(target, [.. sources], cancellationToken);
        return [.. values.Select((value, i) => Localise(target, value, decisions[i], null))];
    }

    private (T Value, SyncProblem? Problem) Localise(Side target, T value, Decision<T> decision, IEnumerable<string>? written)
    {
        if (policy.Shape.TryLocalise(value, out var localised, out var missing) || (written is not null && !written.Contains(missing, StringComparer.Ordinal) && missing != "Owner"))
            return (localised, null);
        var source = target == Side.First ? second : first;
        return (localised, new SyncProblem(ProblemKind.WaitingForDependency, "write.dependency-not-linked", $"The record that its {missing} points to is not linked yet.")
        {
            Connection = source.Name,
            EntityKind = T.Kind,
            Id = decision.Loaded.At(source.Side)?.Id,
            Field = missing,
        });
    }
}
