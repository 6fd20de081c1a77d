namespace ErpSync;

/// <summary>The id of a record in its own system, as text. Ids compare by exact text.</summary>
/// <param name="Value">The id; never empty. Owned records carry their owner's id and their key, for example <c>variant:45</c>.</param>
public readonly record struct RemoteId(string Value) : IComparable<RemoteId>
{
    /// <summary>Makes an id from a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The id in invariant digits.</returns>
    public static RemoteId From(long value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Orders numeric ids by number and before the others, the others by ordinal text.</summary>
    /// <param name="other">The other id.</param>
    /// <returns>Below 0, 0 or above 0.</returns>
    public int CompareTo(RemoteId other)
    {
        var numeric = long.TryParse(Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var mine);
        var otherNumeric = long.TryParse(other.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var theirs);
        return (numeric, otherNumeric) switch
        {
            (true, true) => mine.CompareTo(theirs),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(Value, other.Value),
        };
    }

    /// <summary>The id's text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;
}
