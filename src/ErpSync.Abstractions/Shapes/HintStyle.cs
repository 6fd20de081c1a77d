namespace ErpSync;

/// <summary>How a match hint of two records is compared.</summary>
public enum HintStyle
{
    /// <summary>The two values must be the same text. Different ones speak against the match.</summary>
    Same,

    /// <summary>The two values are texts of words that may be more or less alike; the order of words does not count.</summary>
    Similar,

    /// <summary>As <see cref="Same"/>, but it only strengthens what other hints found: a price, a weight.</summary>
    Supporting,
}
