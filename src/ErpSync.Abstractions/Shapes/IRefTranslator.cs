namespace ErpSync;

/// <summary>Turns pointers of one system into pointers of the other, through links.</summary>
public interface IRefTranslator
{
    /// <summary>Translates a pointer.</summary>
    /// <param name="source">The pointer in its own system, or a foreign one that comes home.</param>
    /// <returns>The pointer in the other system; the same id marked <see cref="Ref.IsForeign"/> when there is no link.</returns>
    Ref Translate(Ref source);
}
