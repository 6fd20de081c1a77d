namespace ErpSync;

/// <summary>Turns the calls of <c>OnDelete</c> into one policy a connection, and refuses those that cannot work.</summary>
internal static class DeletionRules
{
    /// <summary>By the name of the connection at which the record was deleted; what asks is left out.</summary>
    public static Dictionary<string, Deletion> ByConnection(Deletion? both, IReadOnlyDictionary<string, Deletion> sides, string? source, string first, string second)
    {
        var rules = new Dictionary<string, Deletion>(StringComparer.Ordinal);
        foreach (var connection in new[] { first, second })
        {
            var general = source is null || string.Equals(source, connection, StringComparison.Ordinal) ? both : null;
            var rule = sides.TryGetValue(connection, out var own) ? own : general ?? Deletion.Ask;
            if (rule != Deletion.Ask)
                rules[connection] = rule;
        }

        return rules;
    }

    public static void Validate<T>(string place, Shape<T> shape, IReadOnlyDictionary<string, Deletion> rules, string? source, string first, string second, ICollection<string> errors)
        where T : class, IEntity
    {
        foreach (var (connection, rule) in rules)
        {
            var survivor = string.Equals(connection, first, StringComparison.Ordinal) ? second : first;
            if (rule == Deletion.Deactivate && !shape.Fields.OfType<TypedField<T, bool?>>().Any(field => field.Role == FieldRole.Active))
                errors.Add($"{place}: a record of this kind cannot be deactivated, because its shape has no active flag. Use another deletion policy.");
            if (rule is Deletion.Delete or Deletion.Deactivate && string.Equals(source, survivor, StringComparison.Ordinal))
                errors.Add($"{place}: the kind flows from '{source}' only, so a deletion in '{connection}' cannot {(rule == Deletion.Delete ? "delete" : "deactivate")} there. Use Ask, Ignore or Unlink.");
        }
    }

    /// <summary>Empty while nothing is set, so that a store that was written before does not count as changed.</summary>
    public static string Signature(IReadOnlyDictionary<string, Deletion> rules) =>
        rules.Count == 0 ? "" : "|delete:" + string.Join(',', rules.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Key}={rule.Value}"));
}
