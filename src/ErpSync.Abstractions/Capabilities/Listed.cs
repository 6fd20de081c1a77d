namespace ErpSync;

/// <summary>One line of a listing: that a record exists, and a cheap stamp of its content.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Stamp">
/// A short text that changes whenever the listed part of the content does (a quantity, a price, a date); null when the listing tells ids only.
/// Stamps of different versions of a connector should differ by a prefix.
/// </param>
public readonly record struct Listed(RemoteId Id, string? Stamp = null);
