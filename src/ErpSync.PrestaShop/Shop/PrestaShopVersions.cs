namespace ErpSync.PrestaShop;

/// <summary>Which versions can be used.</summary>
internal static class PrestaShopVersions
{
    /// <summary>The oldest version that is not refused.</summary>
    public static Version Oldest { get; } = new(1, 7);

    /// <summary>The newest major version that has been seen.</summary>
    public const int NewestMajor = 9;

    /// <summary>The refusal of a version.</summary>
    public static SyncProblem TooOld(Version version, string connection) => new(
        ProblemKind.Unsupported, PrestaShopCodes.VersionTooOld, $"PrestaShop {version} is too old: 1.7 is the oldest version that works.")
    {
        Remedy = "Update the shop.",
        Connection = connection,
    };
}
