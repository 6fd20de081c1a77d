namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The forms of a filter value.</summary>
internal enum FilterForm
{
    /// <summary>A bare value, [v] or [a|b|c].</summary>
    AnyOf,

    /// <summary>![a|b].</summary>
    NoneOf,

    /// <summary>[a,b], both ends included; the ends are sorted as text.</summary>
    Between,

    /// <summary>&gt;[v], strict.</summary>
    Greater,

    /// <summary>&lt;[v], strict.</summary>
    Less,

    /// <summary>%[v]%, %[v] or [v]%, with the wildcards of LIKE.</summary>
    Like,
}
