namespace ErpSync.Sandbox.Tests.Vtiger.Fidelity;

/// <summary>Recordings whose answers differ, each with its reason; they are replayed all the same, because others build on them.</summary>
internal static class VtigerScope
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["contacts-query-modified-since"] = "contacts of one second come in an order that only the database's index knows",
        ["salesorder-retrieve-reused-currency-id"] = "the path of a picture that somebody gave the product in the screens",
        ["potentials-query-modified-since"] = "deals of one second come in an order that only the database's index knows",
    };

    public static IEnumerable<string> Names => Reasons.Keys;

    public static string? Reason(string name) => Reasons.GetValueOrDefault(name);
}
