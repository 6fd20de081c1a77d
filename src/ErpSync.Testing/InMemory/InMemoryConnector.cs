namespace ErpSync.Testing;

/// <summary>Registers what the kinds of an <see cref="InMemorySystem"/> can do.</summary>
internal static class InMemoryConnector
{
    public static void Register<T>(Connector connector, InMemoryKind<T> kind)
        where T : class, IEntity
    {
        var reading = new InMemoryReading<T>(kind);
        var finding = new InMemoryFinding<T>(kind);
        var writing = new InMemoryWriting<T>(kind);
        connector.With<IKind<T>>(new InMemoryProfile<T>(kind));
        With<IReader<T>>(InMemoryCapabilities.Read, reading);
        With<IChangeReader<T>>(InMemoryCapabilities.Changes, reading);
        With<ILister<T>>(InMemoryCapabilities.List, reading);
        With<IFinder<T>>(InMemoryCapabilities.Find, finding);
        if (kind.Shape.NaturalKeys.Count > 0)
            With<IKeyFinder<T>>(InMemoryCapabilities.FindByKey, finding);
        With<ITokenFinder<T>>(InMemoryCapabilities.FindByToken, finding);
        With<INewestId<T>>(InMemoryCapabilities.NewestId, finding);
        With<ICreator<T>>(InMemoryCapabilities.Create, writing);
        With<IUpdater<T>>(InMemoryCapabilities.Update, writing);
        With<IDeleter<T>>(InMemoryCapabilities.Delete, writing);
        With<ISweeper<T>>(InMemoryCapabilities.Sweep, new InMemorySweeping<T>(kind));

        void With<TCapability>(InMemoryCapabilities flag, TCapability capability)
            where TCapability : class
        {
            if (kind.Settings.Capabilities.HasFlag(flag))
                connector.With(capability);
        }
    }

    private sealed class InMemoryProfile<T>(InMemoryKind<T> kind) : IKind<T>
        where T : class, IEntity
    {
        public KindProfile<T> Profile => kind.Settings.Profile();
    }
}
