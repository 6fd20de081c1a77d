using ErpSync.Matching;

namespace ErpSync.Comparing;

/// <summary>A work item with its bodies.</summary>
/// <param name="Item">The item.</param>
/// <param name="Link">The stored link; null when there is none yet.</param>
/// <param name="First">The record at the first side; null when it is not there.</param>
/// <param name="Second">The record at the second side, in its own ids; null when it is not there.</param>
internal sealed record Loaded<T>(WorkItem Item, Link? Link, Remote<T>? First, Remote<T>? Second)
    where T : class, IEntity
{
    /// <summary>The second side's record speaking the first side's ids.</summary>
    public T? SecondInFirst { get; init; }

    /// <summary>The first side's record with pointers that have no link marked foreign.</summary>
    public T? FirstMarked { get; init; }

    /// <summary>The second side's record in its own ids, with pointers that have no link marked foreign.</summary>
    public T? SecondMarked { get; init; }

    /// <summary>For linked records with one end only: true when the record that the survivor belongs to has no counterpart any more either.</summary>
    public bool LostOwner { get; init; }

    /// <summary>For linked records with one end only: true when the record that the survivor belongs to is about to be deleted, and the survivor with it.</summary>
    public bool OwnerIsDoomed { get; init; }

    public Remote<T>? At(Side side) => side == Side.First ? First : Second;
}
