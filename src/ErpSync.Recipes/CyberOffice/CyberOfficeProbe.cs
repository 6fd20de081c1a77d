namespace ErpSync.Recipes;

/// <summary>Adds to the shop's probe that both sites must use one scheme.</summary>
internal sealed class CyberOfficeProbe(IProbe? inner, string shop, Func<(string Shop, string Erp)> schemes) : IProbe
{
    public async Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (inner is not null)
            findings.AddRange(await inner.ProbeAsync(needs, cancellationToken));
        var (one, other) = schemes();
        if (one.Length > 0 && other.Length > 0 && one != other)
        {
            findings.Add(new Finding(FindingSeverity.Warning, "cyberoffice.mixed-schemes", $"The shop is reached by {one:shop} and the ERP by {other:erp}: pictures and links of one do not show on pages of the other.")
            {
                Connection = shop,
                Remedy = "Use https for both.",
            });
        }

        return findings;
    }
}
