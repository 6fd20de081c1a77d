using System.Xml.Linq;

namespace ErpSync.PrestaShop.Companies;

/// <summary>What differs between makers and suppliers, which PrestaShop keeps alike: a name, a switch and texts.</summary>
/// <typeparam name="T">The record's type.</typeparam>
internal sealed class CompanyKind<T> : IKind<T>
    where T : class, IEntity
{
    /// <summary>The resource.</summary>
    public required string Resource { get; init; }

    /// <summary>The columns that are read.</summary>
    public required string Fields { get; init; }

    /// <summary>The names of the record's fields that PrestaShop has.</summary>
    public required IReadOnlySet<string> Known { get; init; }

    /// <summary>The record in a row.</summary>
    public required Func<WireRow, ShopData, T> Read { get; init; }

    /// <summary>The record's name.</summary>
    public required Func<T, string?> Name { get; init; }

    /// <summary>What the shop would hold.</summary>
    public required Func<T, ShopData, T> Normalised { get; init; }

    /// <summary>The column of a field and its XML: the present row (null for a new record), the record as the shop would hold it, and the text for languages that lack one.</summary>
    public required Func<string, T, WireRow?, ShopData, bool, XElement?> Element { get; init; }

    /// <summary>The shop, for the declared form; null where nothing is declared, as with recorded answers.</summary>
    public required ShopSession? Session { get; init; }

    /// <inheritdoc/>
    public KindProfile<T> Profile => new()
    {
        ReadFields = Known,
        Normalise = value => Session?.Shop is { } shop ? Normalised(value, shop) : value,
        DateTrust = DateTrust.Partial,
        FindBatch = 250,
    };

    /// <summary>The stamp of a row.</summary>
    public static string StampOf(WireRow row) => Stamp.Of("m1", row.Text("name"), row.Text("active"), row.Text("date_upd"));
}
