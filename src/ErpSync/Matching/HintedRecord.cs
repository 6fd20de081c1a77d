namespace ErpSync.Matching;

/// <summary>A record without a link, reduced to what proposals need: hashes, short names, its label.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What a person recognises it by.</param>
/// <param name="Owner">Its owner in its own side's ids; null for records that stand by themselves.</param>
/// <param name="Hashes">By key and then by hint: keyed hashes of the values, several where there are alternatives; empty where it has none.</param>
/// <param name="Names">By hint: the names of those that are compared by likeness; empty for the others.</param>
internal sealed record HintedRecord(RemoteId Id, string Label, Ref? Owner, ulong[][] Hashes, string[][] Names);
