namespace ErpSync;

/// <summary>The reasons that the engine writes into links, journal and work, in their stored form.</summary>
internal static class Reasons
{
    public static string ByHand { get; } = "reason.by-hand";

    public static string UnlinkedByHand { get; } = "reason.unlinked-by-hand";

    public static string FoundAfterLostCreate { get; } = "reason.found-after-lost-create";

    public static string FoundByKey { get; } = "reason.found-by-key";

    public static string GoneFromBoth { get; } = "reason.gone-from-both";

    public static string FirstComparison { get; } = "reason.first-comparison";

    public static string Forgotten { get; } = "reason.forgotten";

    public static string FoundWritten { get; } = "reason.found-written";

    public static string TakenOver { get; } = "reason.taken-over";

    public static string LinkedBefore { get; } = "reason.linked-before";

    public static string FoundByToken { get; } = "reason.found-by-token";

    public static string FoundByContent { get; } = "reason.found-by-content";

    public static string CreatedFromIt { get; } = "reason.created-from-it";

    public static string CreatedAgain(string key) => SyncReason.Of("reason.created-again", ("key", key)).ToString();

    public static string Proposed(string reason, decimal score) => SyncReason.Of("reason.proposed", ("reason", reason), ("score", score.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToString();

    /// <summary>The write was sent, and nobody knows whether it arrived.</summary>
    public static string InDoubt(string reason) => SyncReason.Of("reason.in-doubt", ("reason", reason)).ToString();

    public static string Accepted(string reason) => reason.Length == 0 ? "reason.accepted" : SyncReason.Of("reason.accepted-for", ("reason", reason)).ToString();

    public static string Vanished(string connection) => At("reason.vanished", connection);

    public static string OnlyIn(string connection) => At("reason.only-in", connection);

    public static string SameKey(string key) => SyncReason.Of("reason.same-key", ("key", key)).ToString();

    public static string CreatedIn(string connection) => At("reason.created-in", connection);

    public static string ChangedIn(string connection) => At("reason.changed-in", connection);

    public static string DeletedIn(string connection) => At("reason.deleted-in", connection);

    public static string ValueOf(string connection) => At("reason.value-of", connection);

    public static string KeptVersionOf(string connection) => At("reason.kept-version-of", connection);

    public static string Relinked(RemoteId before) => SyncReason.Of("reason.relinked", ("id", before.Value)).ToString();

    public static string DeletedThenIn(string here, string there) => At("reason.deleted-then-in", here, there);

    public static string DeletedUnlinked(string here) => At("reason.deleted-unlinked", here);

    public static string DeletedWithOwner(string here) => At("reason.deleted-with-owner", here);

    public static string DeletedKept(string here, string there) => At("reason.deleted-kept", here, there);

    public static string DeletedToUnlink(string here) => At("reason.deleted-to-unlink", here);

    public static string DeletedToDeactivate(string here, string there) => At("reason.deleted-to-deactivate", here, there);

    public static string DeletedToDelete(string here, string there) => At("reason.deleted-to-delete", here, there);

    public static string DeletedButEdited(string here, string there) => At("open.deleted-but-edited", here, there);

    /// <summary>The code of a stored reason; null when it is in words.</summary>
    public static string? CodeOf(string stored) => SyncReason.Parse(stored)?.Code;

    private static string At(string code, string here, string there) => SyncReason.Of(code, ("connection", here), ("there", there)).ToString();

    private static string At(string code, string connection) => SyncReason.Of(code, ("connection", connection)).ToString();
}
