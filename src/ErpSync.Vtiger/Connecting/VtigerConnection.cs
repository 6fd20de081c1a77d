namespace ErpSync.Vtiger;

/// <summary>Begins a run and says what the installation is.</summary>
internal sealed class VtigerConnection(VtigerSession session) : IConnection
{
    public const int FirstMajor = 7;

    public async Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken)
    {
        var run = await session.OpenAsync(cancellationToken);
        if (run.Setup.Version is { Major: < FirstMajor })
            throw new ConnectorException(TooOld(run.Setup.VersionText, session.Client.Connection));
        var root = VtigerAddress.Root(session.Options.BaseAddress!);
        var place = $"{root.Host}:{JsonValues.Invariant(root.Port)}{root.AbsolutePath.TrimEnd('/')}".ToLowerInvariant();
        return new ConnectionFacts(run.Setup.CompanyName.Length > 0 ? $"{place}#{run.Setup.CompanyName}" : place, run.Setup.VersionText)
        {
            BaseCurrency = run.Setup.BaseCode,
            Languages = [session.Options.Language.ToLowerInvariant()],
            TimeZone = session.Zone,
            ServerTime = session.Client.ServerTime,
        };
    }

    public static SyncProblem TooOld(string version, string connection) => new(ProblemKind.Unsupported, VtigerCodes.Version, $"vtiger {version:version} is older than {FirstMajor}, the first version that is supported.")
    {
        Connection = connection,
        Remedy = "Update vtiger: before 6 its webservice has no lines of orders.",
    };
}
