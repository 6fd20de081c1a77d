namespace ErpSync.Reading;

/// <summary>Examines linked records whose content changed: did their date go backwards, and are they still the same record?</summary>
internal sealed class RestoredRecords<T>(PassContext context, KindPolicy<T> policy, SideContext<T> side, RecordHasher hasher)
    where T : class, IEntity
{
    private const int FewestDiffering = 3;
    private readonly List<Field<T>> _telling = [.. policy.Shape.Fields.Where(field => side.Reads(field.Name) && field is { PointsTo: null } and not (TypedField<T, bool?> or TypedField<T, ValueList<TaxRate>>))];
    private readonly bool _hasZone = context.Facts.GetValueOrDefault(side.Name)?.TimeZone is not null;
    private DateMemory? _dates;

    private string HighestKey => $"highest/{T.Kind.Name}/{side.Name}";

    /// <summary>Recalls what the last run saw.</summary>
    public async Task OpenAsync(IdWatch watch, string? notedSkew, CancellationToken cancellationToken)
    {
        _dates = DateMemory.Open(context, side.Side, notedSkew);
        watch.Remember(await context.Store.GetTextAsync(context.Pair, HighestKey, cancellationToken));
    }

    /// <summary>Keeps the highest id, when all records were seen.</summary>
    public void Keep(SideReading<T> reading, StoreChanges changes)
    {
        if (reading.IsComplete && reading.Watch.Note() is { } highest)
            changes.Texts.Add((context.Pair, HighestKey, highest));
    }

    public void Examine(IdWatch watch, Remote<T> record, Link link, bool wasGone)
    {
        var bases = FieldBases.Read(link.End(side.Side).Base, policy.Shape.Version);
        if (_dates!.IsBackwards(bases.ModifiedAt, record.ModifiedAt, _hasZone) && HasOtherContent(bases, record.Value))
            watch.Back(record.Id, bases.ModifiedAt!.Value, record.ModifiedAt!.Value);
        if (IsAnother(bases, record.Value))
            watch.Replace(record.Id, wasGone);
        else
            watch.Keep(record.Id);
    }

    private bool HasOtherContent(FieldBases bases, T value) => policy.Shape.Fields.Any(field => field.PointsTo is null && bases.TryGet(field.Name, out var hash, out _) && hasher.Hash(field, value) != hash);

    /// <summary>Everything that the record has but flags and taxes differs from what was agreed on, and there are at least three such fields.</summary>
    private bool IsAnother(FieldBases bases, T value)
    {
        var differing = 0;
        foreach (var field in _telling.Where(field => field.Display(value).Length > 0))
        {
            if (!bases.TryGet(field.Name, out var hash, out _))
                continue;
            if (hasher.Hash(field, value) == hash)
                return false;
            differing++;
        }

        return differing >= FewestDiffering;
    }
}
