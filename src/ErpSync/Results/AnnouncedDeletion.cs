namespace ErpSync;

/// <summary>A system said that it deleted a record. Only a hint: the record is looked for before anything follows from it.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Connection">The name of the connection at which it was deleted.</param>
/// <param name="Id">The id that it had there.</param>
public sealed record AnnouncedDeletion(EntityKind Kind, string Connection, RemoteId Id);
