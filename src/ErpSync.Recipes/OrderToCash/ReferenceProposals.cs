namespace ErpSync.Recipes;

/// <summary>Proposes maps of reference data from what both systems have: equal codes or names first, then what the names usually stand for. Only sure ones; a person fills in the rest.</summary>
public static class ReferenceProposals
{
    private static readonly (string Word, string[] Means)[] Payments =
    [
        ("wire", ["VIR", "transfer"]), ("bank", ["VIR", "transfer"]), ("transfer", ["VIR", "transfer"]), ("bacs", ["VIR", "transfer"]),
        ("check", ["CHQ", "cheque"]), ("cheque", ["CHQ", "cheque"]), ("cashondelivery", ["LIQ", "cash"]), ("cod", ["LIQ", "cash"]), ("cash", ["LIQ", "cash"]),
        ("card", ["CB", "credit card"]), ("stripe", ["CB", "credit card"]), ("paypal", ["PAYPAL", "paypal"]), ("sepa", ["PRE", "direct debit"]), ("debit", ["PRE", "direct debit"]),
    ];

    /// <summary>Proposes the ERP's way of payment for each of the shop's.</summary>
    /// <param name="shop">The shop's ways of payment.</param>
    /// <param name="erp">The ERP's.</param>
    /// <returns>From the shop's ids to the ERP's.</returns>
    public static IReadOnlyDictionary<string, string> PaymentMethods(IEnumerable<Remote<PaymentMethod>> shop, IEnumerable<Remote<PaymentMethod>> erp)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(erp);
        var known = erp.Where(method => method.Value.Active != false).ToList();
        return Propose(shop.Select(method => (method.Id, method.Value.Code, method.Value.Name)), known.Select(method => (method.Id, method.Value.Code, method.Value.Name)), Meaning);

        RemoteId? Meaning(string words) => Payments.Where(entry => words.Contains(entry.Word, StringComparison.OrdinalIgnoreCase))
            .SelectMany(entry => entry.Means)
            .Select(means => known.Find(method => string.Equals(method.Value.Code, means, StringComparison.OrdinalIgnoreCase) || string.Equals(method.Value.Name, means, StringComparison.OrdinalIgnoreCase))?.Id)
            .FirstOrDefault(id => id is not null);
    }

    /// <summary>Proposes the ERP's way of shipping for each of the shop's carriers.</summary>
    /// <param name="shop">The shop's carriers.</param>
    /// <param name="erp">The ERP's.</param>
    /// <returns>From the shop's ids to the ERP's.</returns>
    public static IReadOnlyDictionary<string, string> Carriers(IEnumerable<Remote<Carrier>> shop, IEnumerable<Remote<Carrier>> erp)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(erp);
        return Propose(
            shop.Where(carrier => carrier.Value.Active != false).Select(carrier => (carrier.Id, carrier.Value.Code, carrier.Value.Name)),
            erp.Where(carrier => carrier.Value.Active != false).Select(carrier => (carrier.Id, carrier.Value.Code, carrier.Value.Name)),
            static _ => null);
    }

    private static Dictionary<string, string> Propose(IEnumerable<(RemoteId Id, string? Code, string Name)> shop, IEnumerable<(RemoteId Id, string? Code, string Name)> erp, Func<string, RemoteId?> meaning)
    {
        var known = erp.ToList();
        var proposals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, code, name) in shop)
        {
            var same = known.Where(other => (code is not null && string.Equals(other.Code, code, StringComparison.OrdinalIgnoreCase)) || string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)).Select(other => (RemoteId?)other.Id).FirstOrDefault();
            if ((same ?? meaning($"{code} {name}")) is { } found)
                proposals[id.Value] = found.Value;
        }

        return proposals;
    }
}
