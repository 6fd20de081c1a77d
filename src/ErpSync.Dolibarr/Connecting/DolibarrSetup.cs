namespace ErpSync.Dolibarr;

/// <summary>What was read of the installation at the beginning of a run, the options laid over it.</summary>
internal sealed record DolibarrSetup
{
    /// <summary>The lowest version that is supported.</summary>
    public const int FirstVersion = 17;

    /// <summary>The highest version that was tried.</summary>
    public const int LastVersion = 23;

    /// <summary>The version as Dolibarr names it.</summary>
    public string Version { get; init; } = "";

    /// <summary>The first number of the version; 0 when it cannot be read.</summary>
    public int Major { get; init; }

    /// <summary>The main language as locale, for example <c>fr_FR</c>.</summary>
    public string Locale { get; init; } = "en_US";

    /// <summary>The locales carried beside the main one.</summary>
    public IReadOnlyList<string> OtherLocales { get; init; } = [];

    /// <summary>The company's currency; null when unknown.</summary>
    public CurrencyCode? Currency { get; init; }

    public string? CountryCode { get; init; }

    public PriceStore Prices { get; init; }

    public int PriceLevel { get; init; } = 1;

    /// <summary>Decimals of a unit price.</summary>
    public int UnitDecimals { get; init; } = 5;

    /// <summary>The VAT dictionary of the country; null when this version has none or it may not be read.</summary>
    public IReadOnlyList<VatRate>? Rates { get; init; }

    public IReadOnlyList<Warehouse> Warehouses { get; init; } = [];

    /// <summary>The modules that are on; null when they may not be read.</summary>
    public IReadOnlySet<string>? Modules { get; init; }

    /// <summary>True when categories may be read; where not, products are carried without them.</summary>
    public bool HasCategories { get; init; } = true;

    /// <summary>True when the variants module is on (or works, where the list of modules may not be read).</summary>
    public bool HasVariants { get; init; }

    public DolibarrVariantsAs VariantsAs { get; init; }

    /// <summary>The offset of the database session from UTC at the time of reading; null when unknown.</summary>
    public TimeSpan? ZoneOffset { get; init; }

    /// <summary>The time zone of the database session; null when only its present offset, or nothing, is known.</summary>
    public TimeZoneInfo? Zone { get; init; }

    public IReadOnlyList<string> CustomFields { get; init; } = [];

    /// <summary>The types of the extra fields of products; none where the definitions may not be read.</summary>
    public ExtraFieldTypes ExtraFields { get; init; } = ExtraFieldTypes.None;

    /// <summary>The units that products are sold in; none where products have no units.</summary>
    public UnitBook Units { get; init; } = UnitBook.None;

    /// <summary>True when products may be managed in lots.</summary>
    public bool HasLots { get; init; }

    /// <summary>True when several currencies are on; null when that may not be read.</summary>
    public bool? HasMultiCurrency { get; init; }

    /// <summary>The offset of the server's clock at a moment; UTC when its zone is not known.</summary>
    public TimeSpan OffsetAt(DateTimeOffset moment) => Zone?.GetUtcOffset(moment) ?? ZoneOffset ?? TimeSpan.Zero;

    /// <summary>The main language as ISO 639-1 code.</summary>
    public string Language => LanguageOf(Locale);

    public IReadOnlyList<string> Languages => [Language, .. OtherLocales.Select(LanguageOf)];

    /// <summary>Since 19 bodies are cleaned: tags and double quotes leave plain fields.</summary>
    public bool CleansTexts => Major is 0 or >= 19;

    /// <summary>Since 19 lists can be asked for some properties only.</summary>
    public bool HasProperties => Major is 0 or >= 19;

    public static string LanguageOf(string locale) => locale.Split('_')[0].ToLowerInvariant();
}
