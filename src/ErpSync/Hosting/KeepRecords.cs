namespace ErpSync;

/// <summary>Chooses the records that take part, among some without a link.</summary>
internal delegate Task<IReadOnlyList<Remote<T>>> KeepRecords<T>(Connector connector, IReadOnlyList<Remote<T>> records, CancellationToken cancellationToken)
    where T : class, IEntity;
