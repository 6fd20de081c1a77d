namespace ErpSync;

/// <summary>Says why a field is open.</summary>
public static class OpenReasons
{
    /// <summary>The reason in words.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="first">The name of the pair's first connection.</param>
    /// <param name="second">The name of the second.</param>
    /// <returns>A phrase without a full stop.</returns>
    public static string InWords(OpenReason reason, string first, string second) => reason switch
    {
        OpenReason.Undecided => "they differed when they were linked, and no policy says which one is right",
        OpenReason.Conflict => "both sides edited it",
        OpenReason.Drift => "edited at the side that it does not belong to",
        OpenReason.NotWritable => "the side that should take the value cannot store it",
        OpenReason.Pending => "the write has not been carried out yet",
        OpenReason.DeletedAtFirst => $"deleted in {first}",
        OpenReason.DeletedAtSecond => $"deleted in {second}",
        OpenReason.Restored => "an older value came back with a restored backup",
        OpenReason.DeletedAtFirstEditedAtSecond => $"deleted in {first}, but edited in {second} since the two last agreed",
        OpenReason.DeletedAtSecondEditedAtFirst => $"deleted in {second}, but edited in {first} since the two last agreed",
        OpenReason.Flipping => "written back and forth several times; two rules or tools fight over it",
        OpenReason.Undone => "a write of it was undone",
        _ => reason.ToString(),
    };
}
