namespace ErpSync.Testing;

/// <summary>Checks of what a connector declares of a kind.</summary>
internal static class DeclaringChecks<T>
    where T : class, IEntity
{
    private const int Samples = 50;

    public static IReadOnlyList<(string Name, Func<KindCheck<T>, Task> Run)> All { get; } =
    [
        ("declares limits and names that make sense", Declares),
        ("normalises what is normalised to itself", NormalisesAsync),
    ];

    private static Task Declares(KindCheck<T> check)
    {
        check.Need<IKind<T>>();
        var profile = check.Profile;
        KindCheck<T>.Demand(profile.FindBatch >= 1 && profile.WriteBatch >= 1 && profile.Writers >= 1, "FindBatch, WriteBatch and Writers must be 1 or more.");
        KindCheck<T>.Demand(!profile.SharesWriter || profile.Writers == 1, "A kind that shares the connection's writer must declare one writer.");
        foreach (var name in (profile.ReadFields ?? new HashSet<string>()).Concat(profile.WrittenFields ?? new HashSet<string>()))
            KindCheck<T>.Demand(check.Shape.Find(name) is not null, $"'{name}' is not a field of the shape.");
        foreach (var key in new[] { profile.RequiredKey, profile.UniqueKey, check.Find<IKeyFinder<T>>()?.KeyName }.OfType<string>())
            KindCheck<T>.Demand(check.Shape.NaturalKeys.Any(known => known.Name == key), $"'{key}' is not a natural key of the shape.");
        KindCheck<T>.Demand(profile.DateTrust == DateTrust.None || check.Find<IChangeReader<T>>() is not null, $"Dates are declared {profile.DateTrust} and there is no IChangeReader.");
        KindCheck<T>.Demand(check.Find<IUpdater<T>>() is null || check.WrittenFields.Any(), "There is an IUpdater and no field is declared to be written.");
        return Task.CompletedTask;
    }

    private static Task NormalisesAsync(KindCheck<T> check)
    {
        var normalise = check.Profile.Normalise;
        var value = check.Shape.Empty();
        for (var sample = 0; sample < Samples; sample++)
        {
            foreach (var field in check.ReadFields)
                value = check.Session.Values.Vary(field, value) ?? value;
            var once = normalise(value);
            var twice = normalise(once);
            foreach (var field in check.Shape.Fields)
                KindCheck<T>.Demand(field.AreEqual(once, twice), $"{field.Name} '{field.Display(value)}' becomes '{field.Display(once)}' and then '{field.Display(twice)}'.");
        }

        normalise(check.Shape.Empty());
        return Task.CompletedTask;
    }
}
