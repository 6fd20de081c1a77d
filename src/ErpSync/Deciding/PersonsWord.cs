namespace ErpSync.Deciding;

/// <summary>A person's word on the open fields of a record.</summary>
/// <param name="Keep">The side whose version stays.</param>
/// <param name="Fields">The fields; empty for all that are open.</param>
internal sealed record PersonsWord(Side Keep, IReadOnlyCollection<string> Fields)
{
    /// <summary>True for a word on every field that differs; it says nothing of deletions.</summary>
    public bool IsOnAll { get; init; }

    public bool Covers(string field, Link? link) =>
        IsOnAll || (Fields.Count > 0
            ? Fields.Contains(field, StringComparer.OrdinalIgnoreCase)
            : link is not null && link.Open.Any(open => string.Equals(open.Field, field, StringComparison.Ordinal)));
}
