namespace ErpSync.Sandbox.PrestaShop;

/// <summary>One field of a resource, in the webservice's terms.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Kind">How it is stored.</param>
/// <param name="Slot">Its place in the cells of a row.</param>
internal sealed record Field(string Name, FieldKind Kind, int Slot)
{
    public string? Format { get; init; }

    public int MaxSize { get; init; }

    /// <summary>The format up to 8.x, where it differs.</summary>
    public string? OldFormat { get; init; }

    /// <summary>The size up to 8.x, where it differs; 0 is no limit.</summary>
    public int? OldMaxSize { get; init; }

    /// <summary>The field that this one stood before up to 8.x, where it stood elsewhere.</summary>
    public string? OldBefore { get; init; }

    /// <summary>The path of the linked resource, for xlink:href; {id} stands for the row's own id.</summary>
    public string? Link { get; init; }

    /// <summary>The value that the class sets when the input is empty, for example condition=new.</summary>
    public string? Fallback { get; init; }

    public bool Required { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>Computed on every read: not filterable (code 34) and marked so in XML.</summary>
    public bool Computed { get; init; }

    /// <summary>One value per language.</summary>
    public bool Localized { get; init; }

    /// <summary>Each shop has its own value.</summary>
    public bool OfShop { get; init; }

    /// <summary>The column may hold NULL, shown as null.</summary>
    public bool Nullable { get; init; }

    /// <summary>The column may hold NULL, shown as empty text.</summary>
    public bool NullAsEmpty { get; init; }

    public bool Indexed { get; init; }

    /// <summary>Filled in by the class before saving, so that the answer to a write shows it although it was not sent.</summary>
    public bool Filled { get; init; }

    /// <summary>A flag that 9.x prints as a number for the row that the shop keeps in its cache.</summary>
    public bool Cached { get; init; }

    /// <summary>An integer that every edition prints as a number.</summary>
    public bool Whole { get; init; }

    public Edition From { get; init; } = Edition.V17;

    public Edition Until { get; init; } = Edition.V9;

    /// <summary>What the column holds when nothing was given; null is NULL.</summary>
    public string? Unset => Nullable || NullAsEmpty ? null : Fallback ?? Kind switch
    {
        FieldKind.Int or FieldKind.Bool => "0",
        FieldKind.Decimal => "0.000000",
        FieldKind.Rate => "0.000",
        FieldKind.Percent => "0.00",
        FieldKind.Date => "0000-00-00",
        FieldKind.DateTime => "0000-00-00 00:00:00",
        _ => "",
    };

    /// <summary>The field as an edition checks it.</summary>
    public Field In(Edition edition) => edition == Edition.V9 ? this : this with { Format = OldFormat ?? Format, MaxSize = OldMaxSize ?? MaxSize };

    public bool IsDate => Name is "date_add" or "date_upd";
}
