namespace ErpSync;

/// <summary>A request that arrived at the host's endpoint, as it came over the wire.</summary>
/// <param name="Address">The full address with its query, in which some systems carry a secret.</param>
/// <param name="Headers">The headers; names compare without regard to case, the first value of each counts.</param>
/// <param name="Body">The raw bytes, before any decoding: signatures are taken over them.</param>
public sealed record SignalRequest(Uri Address, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Finds a header.</summary>
    /// <param name="name">The name; case does not count.</param>
    /// <returns>The value, or null.</returns>
    public string? Header(string name) =>
        Headers.TryGetValue(name, out var value) ? value : Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
