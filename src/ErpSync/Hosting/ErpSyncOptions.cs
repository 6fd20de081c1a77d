namespace ErpSync;

/// <summary>Settings of the engine; given to <c>AddErpSync</c>.</summary>
public sealed class ErpSyncOptions
{
    /// <summary>How records that fail are tried again.</summary>
    public ParkingOptions Parking { get; } = new();

    /// <summary>When people are told.</summary>
    public NoticeOptions Notices { get; } = new();

    /// <summary>In which language, and with which words.</summary>
    public TextOptions Texts { get; } = new();

    /// <summary>Adds a line for each setting that cannot work.</summary>
    internal void Validate(ICollection<string> errors)
    {
        Parking.Validate(errors);
        Notices.Validate(errors);
    }
}
