namespace ErpSync.Deciding;

/// <summary>The verdict on one field.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Reason">Why it stays open; null otherwise.</param>
internal readonly record struct FieldDecision(Verdict Verdict, OpenReason? Reason = null);
