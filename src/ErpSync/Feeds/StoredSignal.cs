namespace ErpSync.Feeds;

/// <summary>A signal as the store keeps it.</summary>
internal sealed record StoredSignal(string Key, string Text, RecordPointer Record, SignalEvent Event, DateTimeOffset DueAt);
