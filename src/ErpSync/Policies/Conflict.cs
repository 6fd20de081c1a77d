namespace ErpSync;

/// <summary>What happens when nobody can tell from the bases which side is right: two edits of one field, or a difference found when two records are linked.</summary>
public sealed class Conflict
{
    private Conflict(ConflictRule rule, string? connection, Func<ConflictCase, string?>? decide)
    {
        Rule = rule;
        Connection = connection;
        Decide = decide;
    }

    /// <summary>Keeps both values, shows them and waits for a person. The default.</summary>
    public static Conflict Ask { get; } = new(ConflictRule.Ask, null, null);

    /// <summary>Takes the value of the record that was modified last, by the systems' own dates; asks when a date is missing or both are equal.</summary>
    public static Conflict KeepNewest { get; } = new(ConflictRule.KeepNewest, null, null);

    internal ConflictRule Rule { get; }

    internal string? Connection { get; }

    internal Func<ConflictCase, string?>? Decide { get; }

    /// <summary>Takes the value of one connection.</summary>
    /// <param name="connection">The connection's name; must be one of the pair's.</param>
    /// <returns>The policy.</returns>
    public static Conflict Keep(string connection)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        return new Conflict(ConflictRule.Keep, connection, null);
    }

    /// <summary>Lets the host decide.</summary>
    /// <param name="decide">Gives the name of the connection whose value stays, or null to ask. Must be pure: it is called for plans too.</param>
    /// <returns>The policy.</returns>
    public static Conflict By(Func<ConflictCase, string?> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return new Conflict(ConflictRule.Delegate, null, decide);
    }
}
