using System.Buffers.Text;
using ErpSync.Deciding;
using ErpSync.Reading;

namespace ErpSync.Passes;

/// <summary>Stamps entries of a plan with what they are based on, keyed by the plan's salt, and says later what moved.</summary>
internal sealed class PlanStamps<T>(PassContext context, KindPolicy<T> policy, SideContext<T> first, SideContext<T> second, ReadOnlyMemory<byte> salt) : IDisposable
    where T : class, IEntity
{
    private const int FieldBytes = 3;
    private readonly RecordHasher _hasher = new(salt);

    public PlanEntry Stamp(PlanEntry entry, Decision<T> decision) => entry with
    {
        FirstBasis = Basis(first, decision.Loaded.First),
        SecondBasis = Basis(second, decision.Loaded.Second),
        Content = entry.Action == PlanAction.Update ? Content(decision, SideOf(entry.Target)) : null,
        DependsOn = Dependencies(entry, decision),
    };

    /// <summary>What an entry's record at a side is no longer; null when it is what the plan was made on.</summary>
    public SyncProblem? Moved(Side side, string? basis, Remote<T>? now)
    {
        var there = side == Side.First ? first : second;
        if (string.Equals(basis, Basis(there, now), StringComparison.Ordinal))
            return null;
        if (now is null)
            return new SyncProblem(ProblemKind.Stale, "plan.gone", $"{there.Name} no longer has it.");
        if (basis is null)
            return new SyncProblem(ProblemKind.Stale, "plan.appeared", $"{there.Name} has it by now.");
        var edited = string.Join(", ", MovedFields(there, basis, now.Value));
        return new SyncProblem(ProblemKind.Stale, "plan.moved", $"{there.Name} edited {edited} meanwhile.");
    }

    public void Dispose() => _hasher.Dispose();

    private string? Basis(SideContext<T> side, Remote<T>? record)
    {
        if (record is null)
            return null;
        var fields = Fields(side);
        var bytes = new byte[RecordHasher.FingerprintLength + (fields.Count * FieldBytes)];
        _hasher.Fingerprint(fields, policy.Shape.Version, record.Value).CopyTo(bytes, 0);
        for (var i = 0; i < fields.Count; i++)
            Short(fields[i], record.Value).CopyTo(bytes.AsSpan(RecordHasher.FingerprintLength + (i * FieldBytes)));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>A few bytes for each field: enough to name it, while the fingerprint decides.</summary>
    private ReadOnlySpan<byte> Short(Field<T> field, T value) => BitConverter.GetBytes(_hasher.Hash(field, value)).AsSpan(0, FieldBytes);

    private IEnumerable<string> MovedFields(SideContext<T> side, string basis, T now)
    {
        var fields = Fields(side);
        if (!Base64Url.IsValid(basis) || Base64Url.DecodeFromChars(basis) is not { } bytes || bytes.Length != RecordHasher.FingerprintLength + (fields.Count * FieldBytes))
            return ["it"];
        var moved = fields.Where((field, i) => !Short(field, now).SequenceEqual(bytes.AsSpan(RecordHasher.FingerprintLength + (i * FieldBytes), FieldBytes))).Select(field => field.Name).ToList();
        return moved.Count == 0 ? ["it"] : moved;
    }

    /// <summary>The written values, pointers apart: those change their ids when what they point to is created.</summary>
    private string Content(Decision<T> decision, Side target)
    {
        var fields = decision.Writes(target).Where(field => field.PointsTo is null).ToList();
        return Base64Url.EncodeToString(_hasher.Fingerprint(fields, policy.Shape.Version, decision.WantedInFirst(target)!));
    }

    private IReadOnlyList<PlanDependency> Dependencies(PlanEntry entry, Decision<T> decision)
    {
        if (context.Planned is null || !entry.IsWrite)
            return entry.DependsOn;
        var source = SideOf(entry.Target) == Side.First ? second : first;
        if (decision.Loaded.At(source.Side)?.Value is not { } value)
            return [];
        var refs = policy.Shape.Fields.Where(field => entry.Fields.Contains(field.Name, StringComparer.Ordinal)).SelectMany(field => field.Refs(value));
        if (entry.Action == PlanAction.Create && policy.Shape.Ownership?.Owner(value) is { } owner)
            refs = refs.Append(owner);
        return [.. refs.Where(item => context.Planned.TryFind(item.Kind, source.Side, item.Id, out _)).Distinct().Select(item => new PlanDependency(item.Kind, source.Name, item.Id))];
    }

    private List<Field<T>> Fields(SideContext<T> side) => [.. policy.Shape.Fields.Where(field => side.Reads(field.Name))];

    private Side SideOf(string? target) => string.Equals(target, first.Name, StringComparison.Ordinal) ? Side.First : Side.Second;
}
