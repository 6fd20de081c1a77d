namespace ErpSync;

/// <summary>Capability: lists all ids of a kind cheaply, with a stamp where the system gives one for little. Finds new and deleted records, and changes that bump no date.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface ILister<T>
    where T : class, IEntity
{
    /// <summary>Streams one line per existing record. Only a listing that ends normally is complete, and only a complete one may decide that a record is gone.</summary>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <returns>The lines, in any order, each id once.</returns>
    /// <exception cref="ConnectorException">
    /// The listing broke; nothing may be concluded from it. With <see cref="ProblemKind.Unreadable"/> rows of it are missing because they cannot be read: what was listed is worked on, and
    /// nothing counts as deleted.
    /// </exception>
    IAsyncEnumerable<Listed> ListAsync(CancellationToken cancellationToken);
}
