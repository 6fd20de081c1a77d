namespace ErpSync.Http;

/// <summary>One item of a list: its value, or why it could not be read.</summary>
/// <typeparam name="T">What an item becomes.</typeparam>
/// <param name="Index">Its place in the list, from 0.</param>
/// <param name="Value">The value; the type's default when <paramref name="Problem"/> is not null.</param>
/// <param name="Problem">Why it could not be read, with the raw item (at most 2,000 characters); null when it was read.</param>
public readonly record struct JsonItem<T>(long Index, T? Value, SyncProblem? Problem);
