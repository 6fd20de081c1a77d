using ErpSync.Simulation.Model;

namespace ErpSync.Simulation.Running;

/// <summary>Connects one engine with one model system.</summary>
internal static class Ports
{
    public static Connector Connect(SimSystem system, Worker worker)
    {
        var connector = new Connector(system.Name, "Model system").With<IConnection>(new Connection(system));
        Add(connector, system.Categories, worker);
        Add(connector, system.Products, worker);
        Add(connector, system.Variants, worker);
        Add(connector, system.Levels, worker);
        return connector;
    }

    private static void Add<T>(Connector connector, SimKind<T> kind, Worker worker)
        where T : class, IEntity
    {
        var reading = new ReadingPort<T>(kind, worker);
        var writing = new WritingPort<T>(kind, worker);
        connector.With<IKind<T>>(reading).With<IReader<T>>(reading).With<ILister<T>>(reading).With<IFinder<T>>(reading).With<IUpdater<T>>(writing);
        if (kind.Traits.HasChanges)
            connector.With<IChangeReader<T>>(reading);
        if (kind.Traits.HasKeyFinder)
            connector.With<IKeyFinder<T>>(reading);
        if (kind.Traits.HasTokens)
            connector.With<ITokenFinder<T>>(reading);
        if (kind.Traits.HasNewestId)
            connector.With<INewestId<T>>(reading);
        if (kind.Traits.CanCreate)
            connector.With<ICreator<T>>(writing).With<IDeleter<T>>(writing);
        worker.Fault?.Decorate(connector, kind, worker);
    }

    private sealed class Connection(SimSystem system) : IConnection
    {
        public Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new ConnectionFacts($"model:{system.Name}", "1.0") { BaseCurrency = Typing.Euro, Languages = ["en", "fr"] });
    }
}
