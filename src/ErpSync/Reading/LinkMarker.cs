namespace ErpSync.Reading;

/// <summary>
/// Marks the pointers that have no link as foreign, and keeps all others as they are: what has no counterpart is neither compared nor taken away,
/// and becomes a change on the day it is linked.
/// </summary>
internal sealed class LinkMarker(LinkMap links) : IRefTranslator
{
    /// <summary>Takes the marks off again, before a record is written to its own side.</summary>
    public static IRefTranslator Remover { get; } = new Unmark();

    public Ref Translate(Ref source) => links.Translate(source).IsForeign ? source with { IsForeign = true } : links.Canonical(source);

    private sealed class Unmark : IRefTranslator
    {
        public Ref Translate(Ref source) => source with { IsForeign = false };
    }
}
