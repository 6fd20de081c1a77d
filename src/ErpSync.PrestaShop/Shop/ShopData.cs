namespace ErpSync.PrestaShop;

/// <summary>What is read of the shop once a run.</summary>
internal sealed record ShopData
{
    private readonly Dictionary<string, ShopLanguage> _byId = [];

    /// <summary>The version, for example 9.1.4; null when the shop does not name it.</summary>
    public required Version? Version { get; init; }

    /// <summary>All languages, the main one first.</summary>
    public required IReadOnlyList<ShopLanguage> Languages
    {
        get;
        init
        {
            field = value;
            Codes = [.. value.Where((language, place) => place == 0 || language.IsActive).Select(language => language.Code)];
            _byId = value.ToDictionary(language => language.IdText, StringComparer.Ordinal);
        }
    }

    /// <summary>The currency of all prices.</summary>
    public required CurrencyCode Currency { get; init; }

    /// <summary>All currencies that are not deleted.</summary>
    public required IReadOnlyList<ShopCurrency> Currencies { get; init; }

    /// <summary>The zone of dates.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The unit of weights; null when nobody knows it, and then weights do not travel.</summary>
    public required WeightUnit? Weight { get; init; }

    /// <summary>The unit of widths, heights and depths; null when nobody knows it, and then they do not travel.</summary>
    public required LengthUnit? Length { get; init; }

    /// <summary>The tax rules.</summary>
    public required TaxTable Taxes { get; init; }

    /// <summary>The category above all.</summary>
    public required long RootCategory { get; init; }

    /// <summary>The category "Home", which stands for the top of the tree.</summary>
    public required long HomeCategory { get; init; }

    /// <summary>The shop in use.</summary>
    public required long ShopId { get; init; }

    /// <summary>Its group; null when unknown.</summary>
    public required long? ShopGroupId { get; init; }

    /// <summary>How many shops there are; null when unknown.</summary>
    public required int? Shops { get; init; }

    /// <summary>Tells this installation from others.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The settings that were read, by name.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The main language.</summary>
    public ShopLanguage MainLanguage => Languages[0];

    /// <summary>The codes of the languages that travel, the main one first.</summary>
    public IReadOnlyList<string> Codes { get; private init; } = [];

    /// <summary>True where several shops share an installation: what holds for all of them is then not this connection's to change.</summary>
    public bool IsOneOfMany => Shops > 1;

    /// <summary>The language of an id as answers give it; null for an unknown one.</summary>
    public ShopLanguage? Language(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The currency of an id; null for an unknown one.</summary>
    public ShopCurrency? CurrencyOf(long id) => Currencies.FirstOrDefault(currency => currency.Id == id);

    /// <summary>True for the code of a language whose texts travel.</summary>
    public bool Travels(string code)
    {
        for (var place = 0; place < Codes.Count; place++)
        {
            if (string.Equals(Codes[place], code, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>True when fields can be changed alone; before 8.0 whole records are replaced.</summary>
    public bool CanPatch => Version is null || Version.Major >= 8;

    /// <summary>True when pictures may be WebP, from 8.0 on.</summary>
    public bool TakesWebp => Version is null || Version.Major >= 8;

    /// <summary>True when lists of fields hold for the version; before 8.0 columns differ and everything is asked for.</summary>
    public bool KnowsColumns => CanPatch;

    /// <summary>The most digits of a barcode: 9.0 takes 14.</summary>
    public int BarcodeLength => Version is { Major: >= 9 } ? 14 : 13;

    /// <summary>True for categories that are not records.</summary>
    public bool IsRoot(long category) => category <= 0 || category == RootCategory || category == HomeCategory;

    /// <summary>What the engine must know.</summary>
    public ConnectionFacts Facts => new(InstanceId, Version?.ToString() ?? "") { BaseCurrency = Currency, Languages = Codes, TimeZone = Zone };
}
