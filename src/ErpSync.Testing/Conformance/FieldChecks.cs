namespace ErpSync.Testing;

/// <summary>A check per field: what is written is read, and nothing else changes.</summary>
internal static class FieldChecks<T>
    where T : class, IEntity
{
    public static IEnumerable<(string Name, Func<KindCheck<T>, Task> Run)> For(Shape<T> shape) =>
        shape.Fields.Select(field => ($"writes {field.Name} and nothing else", (Func<KindCheck<T>, Task>)(check => WritesAsync(check, field))));

    private static async Task WritesAsync(KindCheck<T> check, Field<T> field)
    {
        check.Need<IUpdater<T>>();
        if (!check.WrittenFields.Contains(field))
            throw CheckOutcomeException.NotSupported($"{field.Name} is not declared to be written.");
        var targets = KindCheck<T>.HoldsPointers(field) ? await check.TargetsAsync() : [];
        var current = await check.SubjectAsync(full: true);
        for (var round = 0; round < check.Session.Setup.ValuesPerField; round++)
        {
            var wanted = check.Session.Values.Vary(field, current.Value, targets);
            if (wanted is null && round == 0)
                throw CheckOutcomeException.NotSupported($"The domain holds no other value for {field.Name}.");
            if (wanted is null)
                return;
            var stored = await check.UpdateAsync(current, wanted, field.Name);
            if (field is TypedField<T, ImageContent> picture)
                await DemandPictureAsync(check, picture, current.Value, stored.Value);
            else
                DemandHolds(check, field, stored.Value, wanted);
            var held = check.Profile.Normalise(wanted);
            foreach (var other in check.ReadFields.Where(other => other != field && !Follows(other, field) && !check.Session.Setup.Follows<T>(field.Name, other.Name)))
                KindCheck<T>.Demand(other.AreEqual(stored.Value, current.Value) || other.AreEqual(stored.Value, held), $"The update of {field.Name} changed {other.Name} from '{other.Display(current.Value)}' to '{other.Display(stored.Value)}'.");
            current = stored;
        }
    }

    /// <summary>The totals of a document follow from its lines.</summary>
    private static bool Follows(Field<T> other, Field<T> field) => other is TypedField<T, Money?> { Type: TotalField } && field is TypedField<T, ValueList<DocumentLine>>;

    private static void DemandHolds(KindCheck<T> check, Field<T> field, T read, T wanted) => KindCheck<T>.Demand(
        check.Holds(field, read, wanted),
        $"{field.Name} was written as '{field.Display(wanted)}', should be read as that or as its declared normal form '{field.Display(check.Profile.Normalise(wanted))}', and is read as '{field.Display(read)}'.");

    private static async Task DemandPictureAsync(KindCheck<T> check, TypedField<T, ImageContent> field, T before, T read)
    {
        KindCheck<T>.Demand(!Equals(field.Get(before), field.Get(read)), "Another picture was written and the revision stayed the same.");
        var bytes = await field.Get(read).OpenAsync(check.Cancellation);
        KindCheck<T>.Demand(bytes.Length > 0, "The picture that was written has no bytes.");
    }
}
