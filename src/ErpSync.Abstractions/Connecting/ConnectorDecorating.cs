namespace ErpSync;

/// <summary>Decorates the kinds of connectors.</summary>
public static class ConnectorDecorating
{
    /// <summary>Puts a decoration around everything that the connector can do with a kind. Decorations are put around each other in the order of the calls, the last outermost.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="connector">The connector; it is changed.</param>
    /// <param name="decorator">The decoration.</param>
    /// <returns>The connector.</returns>
    public static Connector Decorate<T>(this Connector connector, KindDecorator<T> decorator)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentNullException.ThrowIfNull(decorator);
        var reading = new DecoratedReading<T>(connector, decorator);
        Replace<IKind<T>>(reading);
        Replace<IReader<T>>(reading);
        Replace<IFinder<T>>(reading);
        Replace<IChangeReader<T>>(reading);
        Replace<IKeyFinder<T>>(reading);
        Replace<INewestId<T>>(reading);
        Replace<IOwnedFinder<T>>(reading);
        var writing = new DecoratedWriting<T>(connector, decorator);
        Replace<ICreator<T>>(writing);
        Replace<IUpdater<T>>(writing);
        return connector;

        void Replace<TCapability>(object decorated)
            where TCapability : class
        {
            if (connector.Find<TCapability>() is not null)
                connector.With((TCapability)decorated);
        }
    }
}
