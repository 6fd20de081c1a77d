using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Looks whether the shop can be used for what a pair wants: key, rights, version, settings.</summary>
internal sealed class PrestaShopProbe(PrestaShopClient client, ShopSession session) : IProbe
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (client.Options.BaseAddress is { IsLoopback: false, Scheme: "http" })
            Add(findings, FindingSeverity.Warning, PrestaShopCodes.PlainHttp, "The shop is reached over plain http: the key travels readable.", "Use https.");
        if (await RightsAsync(findings, cancellationToken) is not { } rights)
            return findings;
        if (!IsVersionUsable(findings))
            return findings;
        var canPatch = ShopReader.VersionOf(client.Version) is not { } version || version.Major >= 8;
        if (!AreRightsThere(findings, rights, needs, canPatch))
            return findings;
        try
        {
            await session.OpenAsync(cancellationToken);
            findings.AddRange(ShopFindings.Of(session.Shop!, needs, client.Options).Select(finding => finding with { Connection = client.Connection }));
        }
        catch (ConnectorException fault)
        {
            findings.Add(Finding.From(FindingSeverity.Error, fault.Problem));
        }

        return findings;
    }

    private async Task<KeyRights?> RightsAsync(List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var document = await client.DocumentAsync("api/", RequestPurpose.Reference, cancellationToken);
            if (KeyRights.Read(document) is { } rights)
                return rights;
            Add(findings, FindingSeverity.Error, PrestaShopCodes.NotPrestaShop, "The address answers with XML that is not a PrestaShop webservice.", "Check BaseAddress.");
        }
        catch (ConnectorException fault)
        {
            findings.Add(await DiagnoseAsync(fault.Problem, cancellationToken));
        }

        return null;
    }

    // A key that works in the address of the same host, but not in the header, was dropped on the way.
    private async Task<Finding> DiagnoseAsync(SyncProblem problem, CancellationToken cancellationToken)
    {
        if (client.Options.KeyInQuery || problem.Code is not (PrestaShopCodes.KeyNotReceived or HttpProblemCodes.Unauthorized))
            return Finding.From(FindingSeverity.Error, problem);
        try
        {
            await client.TryKeyInQueryAsync(cancellationToken);
            return new Finding(FindingSeverity.Error, PrestaShopCodes.KeyOnlyInQuery, "The key works, but the web server drops the Authorization header before PrestaShop sees it.")
            {
                Remedy = "Switch on the CGI mode of the webservice in the back office (Advanced Parameters, Webservice) or let the web server pass the header on; else set KeyInQuery.",
                Connection = client.Connection,
            };
        }
        catch (ConnectorException)
        {
            return Finding.From(FindingSeverity.Error, problem);
        }
    }

    private bool IsVersionUsable(List<Finding> findings)
    {
        if (ShopReader.VersionOf(client.Version) is not { } version)
            Add(findings, FindingSeverity.Warning, PrestaShopCodes.VersionUnknown, "The shop does not name its version.", "A derived system may work; try it with a copy first.");
        else if (version < PrestaShopVersions.Oldest)
            findings.Add(Finding.From(FindingSeverity.Error, PrestaShopVersions.TooOld(version, client.Connection)));
        else if (version.Major > PrestaShopVersions.NewestMajor)
            Add(findings, FindingSeverity.Warning, PrestaShopCodes.VersionUnknown, $"PrestaShop {version} is newer than what this connector knows (up to {PrestaShopVersions.NewestMajor}).", "Try it with a copy first.");
        else if (version.Major < 8)
            Add(findings, FindingSeverity.Information, PrestaShopCodes.NoPatch, $"PrestaShop {version} cannot change single fields: each change fetches and replaces the whole record, which takes a request more.", null);
        return !findings.Exists(finding => finding.Code == PrestaShopCodes.VersionTooOld);
    }

    private bool AreRightsThere(List<Finding> findings, KeyRights rights, IReadOnlyCollection<Need> needs, bool canPatch)
    {
        var missing = RightsNeeded.ForReference(client.Options)
            .Concat(needs.SelectMany(need => RightsNeeded.Of(need, canPatch)))
            .Distinct()
            .Where(right => !rights.Allows(right.Resource, right.Method))
            .GroupBy(right => right.Resource, right => right.Method);
        foreach (var resource in missing)
        {
            Add(
                findings,
                FindingSeverity.Error,
                PrestaShopCodes.PermissionMissing,
                $"The key lacks {string.Join(", ", resource)} on {resource.Key}.",
                "Tick it at the key in the back office (Advanced Parameters, Webservice).");
        }

        if (!rights.Allows("shops", "GET"))
            Add(findings, FindingSeverity.Information, PrestaShopCodes.PermissionMissing, "The key lacks GET on shops; it is needed where an installation has several.", null);
        return !findings.Exists(finding => finding.Severity == FindingSeverity.Error);
    }

    private void Add(List<Finding> findings, FindingSeverity severity, string code, string message, string? remedy) =>
        findings.Add(new Finding(severity, code, message) { Remedy = remedy, Connection = client.Connection });
}
