namespace ErpSync.Http;

/// <summary>How a system's listing is paged.</summary>
public sealed record PageOptions
{
    /// <summary>
    /// The size to start with, at least 1. It must not be more than the system gives at most: a system that silently gives fewer than asked
    /// would look as if its list had ended. Default 100.
    /// </summary>
    public int Size
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 1.");
    } = 100;

    /// <summary>The size below which a page is not made smaller, 1 to <see cref="Size"/>; default 1, which isolates a single record that breaks the system.</summary>
    public int MinSize
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 1.");
    } = 1;

    /// <summary>How pages are named; default <see cref="PageStyle.Offset"/>.</summary>
    public PageStyle Style { get; init; }

    /// <summary>First asks for everything in one request; pages of <see cref="Size"/> follow from where that broke off. Default false.</summary>
    public bool UnlimitedFirst { get; init; }

    /// <summary>
    /// The list ends with an empty page instead of a short one, for systems that leave out records of a page (rights) or give fewer than asked.
    /// Costs one request more; only with <see cref="PageStyle.Offset"/>, and only where the offset counts the records given. Default false.
    /// </summary>
    public bool EndsOnEmptyPage { get; init; }
}
