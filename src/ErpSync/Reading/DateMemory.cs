using System.Globalization;

namespace ErpSync.Reading;

/// <summary>Modification dates by our own clock, as far as the system tells how wrong its clock is, so that dates of two runs can be compared.</summary>
internal sealed class DateMemory
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SteadyClock = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _skew;

    private DateMemory(TimeSpan skew, bool isUsable)
    {
        _skew = skew;
        IsUsable = isUsable;
    }

    /// <summary>False when the system's clock was moved since the last run: then its dates prove nothing this time.</summary>
    public bool IsUsable { get; }

    /// <param name="context">The run.</param>
    /// <param name="side">The side.</param>
    /// <param name="notedSkew">The skew as it was noted with the last cursor; null when there is none.</param>
    public static DateMemory Open(PassContext context, Side side, string? notedSkew)
    {
        if (!context.Skews.TryGetValue(side, out var skew))
            return new DateMemory(TimeSpan.Zero, isUsable: true);
        var moved = long.TryParse(notedSkew, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks) && (skew.Least - new TimeSpan(ticks)).Duration() > SteadyClock;
        return new DateMemory(skew.Least, !moved);
    }

    public static DateTimeOffset? Normalise(PassContext context, Side side, DateTimeOffset? modifiedAt) =>
        modifiedAt is { } date && context.Skews.TryGetValue(side, out var skew) ? date - skew.Least : modifiedAt;

    /// <summary>True when a date is older than the remembered one by more than clocks explain; an hour more where dates have no offset and summer time ends.</summary>
    public bool IsBackwards(DateTimeOffset? remembered, DateTimeOffset? modifiedAt, bool hasZone) =>
        IsUsable && remembered is { } was && modifiedAt is { } now && now - _skew < was - Tolerance - (hasZone ? TimeSpan.FromHours(1) : TimeSpan.Zero);
}
