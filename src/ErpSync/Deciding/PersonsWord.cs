namespace ErpSync.Deciding;

/// <summary>A person's word on the open fields of a record.</summary>
/// <param name="Keep">The side whose version stays.</param>
/// <param name="Fields">The fields; empty for all that are open.</param>
internal sealed record PersonsWord(Side Keep, IReadOnlyCollection<string> Fields)
{
    public bool Covers(string field, Link? link) =>
        Fields.Count > 0
            ? Fields.Contains(field, StringComparer.OrdinalIgnoreCase)
            : link is not null && link.Open.Any(open => string.Equals(open.Field, field, StringComparison.Ordinal));
}
