namespace ErpSync;

/// <summary>A pointer from one record to another in the same system.</summary>
/// <param name="Kind">The kind of the record pointed to.</param>
/// <param name="Id">Its id.</param>
public readonly record struct Ref(EntityKind Kind, RemoteId Id)
{
    /// <summary>
    /// True when the pointer was translated from the other system and found no link: <see cref="Id"/> is then still the other system's id.
    /// Connectors never see such a pointer; comparers pass over it in sets.
    /// </summary>
    public bool IsForeign { get; init; }

    /// <summary>The pointer as stored text, for example <c>category:12</c>, with a leading <c>~</c> when foreign.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{(IsForeign ? "~" : "")}{Kind.Name}:{Id.Value}";

    /// <summary>Reads the text that <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The pointer.</returns>
    /// <exception cref="FormatException">The text has no colon.</exception>
    public static Ref Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var foreign = text.StartsWith('~');
        var body = foreign ? text[1..] : text;
        var colon = body.IndexOf(':', StringComparison.Ordinal);
        return colon < 1
            ? throw new FormatException($"'{text}' is not a reference of the form kind:id.")
            : new Ref(new EntityKind(body[..colon]), new RemoteId(body[(colon + 1)..])) { IsForeign = foreign };
    }
}
