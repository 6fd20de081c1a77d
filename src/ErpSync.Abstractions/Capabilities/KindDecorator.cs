namespace ErpSync;

/// <summary>
/// Adjusts the records of one kind between a connector and the engine: after they were read, before they are written. What is not overridden stays as it is. Used by
/// <see cref="ConnectorDecorating.Decorate{T}"/>. Adjustments must be functions of the record (and of what it points to), never of the moment: a record that reads differently twice
/// is an edit to the engine.
/// </summary>
/// <typeparam name="T">The record's type.</typeparam>
public abstract class KindDecorator<T>
    where T : class, IEntity
{
    /// <summary>The connector's declaration, adjusted: fields that the decoration adds or takes away, and what it does to values.</summary>
    /// <param name="profile">What the connector declares.</param>
    /// <returns>What the engine sees.</returns>
    public virtual KindProfile<T> Profile(KindProfile<T> profile) => profile;

    /// <summary>Adjusts records that were read. Ids must stay, and no record may be left out: what a pair does not want is left out by <c>KindBuilder.Where</c>.</summary>
    /// <param name="records">At most a hundred records.</param>
    /// <param name="cancellationToken">Cancels look-ups.</param>
    /// <returns>One result per record: the record adjusted, or why it cannot be used, with its id.</returns>
    /// <exception cref="ConnectorException">A look-up failed; nothing may be concluded from what is missing.</exception>
    public virtual ValueTask<IReadOnlyList<ReadResult<T>>> ReadAsync(IReadOnlyList<Remote<T>> records, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadResult<T>>>([.. records.Select(ReadResult<T>.Of)]);

    /// <summary>Adjusts records before they are created. Tokens must stay.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="cancellationToken">Cancels look-ups.</param>
    /// <returns>One record each, in the same order.</returns>
    /// <exception cref="ConnectorException">Nothing can be sent.</exception>
    public virtual ValueTask<IReadOnlyList<Creation<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken) => ValueTask.FromResult(batch);

    /// <summary>Adjusts changes before they are written.</summary>
    /// <param name="batch">The changes; <see cref="Revision{T}.Current"/> is the adjusted record.</param>
    /// <param name="cancellationToken">Cancels look-ups.</param>
    /// <returns>One change each, in the same order.</returns>
    /// <exception cref="ConnectorException">Nothing can be sent.</exception>
    public virtual ValueTask<IReadOnlyList<Revision<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken) => ValueTask.FromResult(batch);
}
