namespace ErpSync;

/// <summary>Says why a field is open.</summary>
public static class OpenReasons
{
    /// <summary>The reason with its stable code, for <see cref="ISyncTexts"/>.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="first">The name of the pair's first connection.</param>
    /// <param name="second">The name of the second.</param>
    /// <returns>The reason.</returns>
    public static SyncReason Of(OpenReason reason, string first, string second) => reason switch
    {
        OpenReason.Undecided => SyncReason.Of("open.undecided"),
        OpenReason.Conflict => SyncReason.Of("open.conflict"),
        OpenReason.Drift => SyncReason.Of("open.drift"),
        OpenReason.NotWritable => SyncReason.Of("open.not-writable"),
        OpenReason.Pending => SyncReason.Of("open.pending"),
        OpenReason.DeletedAtFirst => SyncReason.Of("reason.deleted-in", ("connection", first)),
        OpenReason.DeletedAtSecond => SyncReason.Of("reason.deleted-in", ("connection", second)),
        OpenReason.DeletedAtFirstEditedAtSecond => SyncReason.Of("open.deleted-but-edited", ("connection", first), ("there", second)),
        OpenReason.DeletedAtSecondEditedAtFirst => SyncReason.Of("open.deleted-but-edited", ("connection", second), ("there", first)),
        OpenReason.Undone => SyncReason.Of("open.undone"),
        OpenReason.Flipping => SyncReason.Of("open.flipping"),
        OpenReason.Restored => SyncReason.Of("open.restored"),
        OpenReason.Edited => SyncReason.Of("open.edited"),
        _ => SyncReason.Of($"open.{reason.ToString().ToLowerInvariant()}"),
    };

    /// <summary>The reason in English words.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="first">The name of the pair's first connection.</param>
    /// <param name="second">The name of the second.</param>
    /// <returns>A phrase without a full stop.</returns>
    public static string InWords(OpenReason reason, string first, string second) => Texts.SyncTexts.Shipped.Reason(Of(reason, first, second), "en");
}
