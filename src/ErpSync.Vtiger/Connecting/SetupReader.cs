using System.Globalization;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>Reads what a run must know of the CRM: a handful of requests, counted as reference requests.</summary>
internal sealed class SetupReader(VtigerClient client)
{
    /// <exception cref="ConnectorException">The CRM cannot be used.</exception>
    public async Task<CrmSetup> ReadAsync(CancellationToken cancellationToken)
    {
        var login = await client.LoginAsync(cancellationToken);
        var user = login.UserId.Length == 0 ? null : await client.RetrieveAsync(login.UserId, cancellationToken, RequestPurpose.Reference);
        var company = await MayQueryAsync("CompanyDetails", cancellationToken);
        return new CrmSetup
        {
            VersionText = login.Version,
            UserId = login.UserId,
            IsAdmin = login.IsAdmin,
            Decimals = DecimalsOf(user),
            UserLanguage = user?.Text("language") ?? "",
            CompanyName = company.Count > 0 ? company[0].Text("organizationname") ?? "" : "",
            Currencies = [.. (await MayQueryAsync(Modules.Currency, cancellationToken)).Where(row => row.Text("deleted") is null or "0").Select(CurrencyRow.Read)],
            Taxes = [.. (await MayQueryAsync(Modules.Tax, cancellationToken)).Select(TaxRow.Read)],
        };
    }

    /// <summary>After a fresh installation the field is empty or 0, and both round 11.90 to 12.</summary>
    private static int? DecimalsOf(JsonElement? user) => user is not { } row ? null
        : int.TryParse(row.Text("no_of_currency_decimals"), NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) ? decimals : 0;

    private async Task<IReadOnlyList<JsonElement>> MayQueryAsync(string module, CancellationToken cancellationToken)
    {
        try
        {
            return await client.QueryAsync(Vtql.Select(module, ["*"]), cancellationToken, RequestPurpose.Reference);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Rejected or ProblemKind.NotFound)
        {
            return [];
        }
    }
}
