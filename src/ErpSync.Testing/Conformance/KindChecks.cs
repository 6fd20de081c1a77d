namespace ErpSync.Testing;

/// <summary>The checks of one kind.</summary>
internal sealed class KindChecks<T>(Shape<T> shape) : IKindChecks
    where T : class, IEntity
{
    public EntityKind Kind => T.Kind;

    public IEnumerable<ConformanceCheck> For(Connector connector, ConformanceSetup setup)
    {
        var isServed = Capabilities(connector, setup).Any(line => line.IsRegistered);
        yield return new ConformanceCheck("every capability is registered or left out by name", T.Kind, _ => Task.FromResult(Completeness(connector, setup, isServed)));
        if (!isServed)
            yield break;
        IEnumerable<(string Name, Func<KindCheck<T>, Task> Run)> checks =
        [
            .. DeclaringChecks<T>.All, .. ReadingChecks<T>.All, .. FindingChecks<T>.All, .. ListingChecks<T>.All, .. CreatingChecks<T>.All,
            .. UpdatingChecks<T>.All, .. DeletingChecks<T>.All, .. CancellingChecks<T>.All, .. FieldChecks<T>.For(shape), .. NoticingChecks<T>.For(shape),
        ];
        foreach (var (name, run) in checks)
            yield return new ConformanceCheck(name, T.Kind, cancellationToken => RunAsync(connector, setup, run, cancellationToken));
    }

    public IEnumerable<CapabilityLine> Capabilities(Connector connector, ConformanceSetup setup)
    {
        yield return Line<IKind<T>>();
        yield return Line<IReader<T>>();
        yield return Line<IChangeReader<T>>();
        yield return Line<ILister<T>>();
        yield return Line<IFinder<T>>();
        if (shape.NaturalKeys.Count > 0)
            yield return Line<IKeyFinder<T>>();
        yield return Line<ICreator<T>>();
        if (connector.Find<INewestId<T>>() is null)
            yield return Line<ITokenFinder<T>>();
        else
            yield return Line<INewestId<T>>();
        yield return Line<IUpdater<T>>();
        yield return Line<IDeleter<T>>();
        yield return Line<ISweeper<T>>();

        CapabilityLine Line<TCapability>()
            where TCapability : class =>
            new(T.Kind, typeof(TCapability).Name.Split('`')[0], connector.Find<TCapability>() is not null, setup.WhyLeftOut(typeof(TCapability)));
    }

    public async Task<Ref?> MakeAsync(CheckSession session)
    {
        var check = new KindCheck<T>(session, shape);
        return session.Connector.Find<ICreator<T>>() is null ? null : new Ref(T.Kind, (await check.CreateAsync(await check.SampleAsync(full: false))).Id);
    }

    private static async Task<ConformanceResult> RunAsync(Connector connector, ConformanceSetup setup, Func<KindCheck<T>, Task> run, CancellationToken cancellationToken, Shape<T> shape)
    {
        await using var session = await CheckSession.OpenAsync(connector, setup, cancellationToken);
        ConformanceResult result;
        try
        {
            await run(new KindCheck<T>(session, shape));
            result = ConformanceResult.Passed;
        }
        catch (CheckOutcomeException outcome)
        {
            result = outcome.Result;
        }

        var left = await session.CleanUpAsync();
        return result.Status == ConformanceStatus.Passed && left.Count > 0 ? ConformanceResult.Failed($"What the check made could not be removed: {string.Join("; ", left)}") : result;
    }

    private Task<ConformanceResult> RunAsync(Connector connector, ConformanceSetup setup, Func<KindCheck<T>, Task> run, CancellationToken cancellationToken) =>
        RunAsync(connector, setup, run, cancellationToken, shape);

    private ConformanceResult Completeness(Connector connector, ConformanceSetup setup, bool isServed)
    {
        if (setup.WhyLeftOut(T.Kind) is { } reason)
            return isServed ? ConformanceResult.Failed($"The kind is said to be left out ({reason}) and yet has capabilities.") : ConformanceResult.NotSupported(reason);
        if (!isServed)
            return ConformanceResult.Failed($"The connector has no capability of the kind. If that is on purpose, say so: setup.LeavesOut(new EntityKind(\"{T.Kind.Name}\"), reason).");
        var lines = Capabilities(connector, setup).ToArray();
        var forgotten = lines.Where(line => line.IsForgotten && line.Capability is not nameof(ISweeper<T>)).Select(line => line.Capability).ToArray();
        var contradicting = lines.Where(line => line is { IsRegistered: true, WhyLeftOut: not null }).Select(line => line.Capability).ToArray();
        return forgotten.Length > 0 ? ConformanceResult.Failed($"Neither registered nor left out by name: {string.Join(", ", forgotten)}.")
            : contradicting.Length > 0 ? ConformanceResult.Failed($"Said to be left out and yet registered: {string.Join(", ", contradicting)}.")
            : ConformanceResult.Passed;
    }
}
