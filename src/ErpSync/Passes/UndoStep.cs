using ErpSync.Comparing;

namespace ErpSync.Passes;

/// <summary>One step of an undo with the records that it concerns, as they are now.</summary>
internal sealed record UndoStep<T>(UndoEntry Entry, Side Side, Loaded<T> Loaded)
    where T : class, IEntity
{
    public Side Other => Side == Side.First ? Side.Second : Side.First;

    /// <summary>The field that is set back; null for steps about whole records.</summary>
    public Field<T>? Field { get; init; }
}
