namespace ErpSync;

/// <summary>Where links of another tool are taken from.</summary>
public abstract class AdoptSource
{
    private protected AdoptSource()
    {
    }

    /// <summary>A table of id pairs as text in UTF-8, with a heading. Fields may be quoted; a byte order mark is passed over. Lines that cannot be understood are reported with their number, the others are used.</summary>
    /// <param name="csv">The text; read once, from its present place, and left open.</param>
    /// <param name="firstColumn">The heading of the ids at the pair's first connection; case does not count.</param>
    /// <param name="secondColumn">The heading of the ids at the second.</param>
    /// <param name="separator">What separates fields; null takes whichever of comma, semicolon, tab and bar occurs most in the heading.</param>
    /// <returns>The source.</returns>
    public static AdoptSource Csv(Stream csv, string firstColumn, string secondColumn, char? separator = null)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentException.ThrowIfNullOrWhiteSpace(firstColumn);
        ArgumentException.ThrowIfNullOrWhiteSpace(secondColumn);
        return new CsvPairs(csv, firstColumn, secondColumn, separator);
    }

    /// <summary>Pairs that the host has at hand, first id first.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <returns>The source.</returns>
    public static AdoptSource Pairs(IEnumerable<(RemoteId First, RemoteId Second)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return new GivenPairs(pairs);
    }

    /// <summary>The other system's id, which the records of one connection carry in a field. Every record of that connection is read.</summary>
    /// <typeparam name="T">The record's type; must be that of the kind.</typeparam>
    /// <param name="connection">The connection whose records carry it.</param>
    /// <param name="externalId">The other system's id in a record; null or empty when it carries none.</param>
    /// <returns>The source.</returns>
    public static AdoptSource ExternalId<T>(string connection, Func<T, string?> externalId)
        where T : class, IEntity
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        ArgumentNullException.ThrowIfNull(externalId);
        return new CarriedIds<T>(connection, externalId);
    }

    /// <summary>The same for an entry of the record's custom fields (extra fields, meta data), which the connection must be told to read.</summary>
    /// <param name="connection">The connection whose records carry it.</param>
    /// <param name="key">The key of the custom field.</param>
    /// <returns>The source.</returns>
    public static AdoptSource CustomField(string connection, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new CarriedInCustomField(connection, key);
    }

    /// <summary>The pair's natural keys: what a run would link by itself, without anything else that a run does.</summary>
    /// <returns>The source.</returns>
    public static AdoptSource NaturalKeys() => KeyPairs.Instance;

    /// <summary>Pairs by natural keys.</summary>
    internal sealed class KeyPairs : AdoptSource
    {
        public static KeyPairs Instance { get; } = new();
    }

    /// <summary>Pairs at hand.</summary>
    internal sealed class GivenPairs(IEnumerable<(RemoteId First, RemoteId Second)> pairs) : AdoptSource
    {
        public IEnumerable<AdoptRow> Rows => pairs.Select(pair => new AdoptRow(null, pair.First, pair.Second));
    }

    /// <summary>Ids carried in a field.</summary>
    internal sealed class CarriedIds<T>(string connection, Func<T, string?> externalId) : AdoptSource
        where T : class, IEntity
    {
        public string Connection => connection;

        public Func<T, string?> Of => externalId;
    }

    /// <summary>Ids carried in a custom field.</summary>
    internal sealed class CarriedInCustomField(string connection, string key) : AdoptSource
    {
        public string Connection => connection;

        public string Key => key;
    }

    /// <summary>A table of id pairs.</summary>
    internal sealed class CsvPairs(Stream csv, string firstColumn, string secondColumn, char? separator) : AdoptSource
    {
        public IAsyncEnumerable<AdoptRow> ReadAsync(CancellationToken cancellationToken) => new CsvPairReader(csv, firstColumn, secondColumn, separator).ReadAsync(cancellationToken);
    }
}
