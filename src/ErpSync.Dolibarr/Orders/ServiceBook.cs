using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>The services that stand for shipping, wrapping, discounts, fees and roundings on documents, as the options name them.</summary>
internal sealed class ServiceBook
{
    private readonly Dictionary<LineKind, (string Reference, long? Id)> _services = [];

    public static async Task<ServiceBook> LoadAsync(DolibarrClient client, DolibarrOptions options, CancellationToken cancellationToken)
    {
        var book = new ServiceBook();
        foreach (var (kind, reference) in new[]
        {
            (LineKind.Shipping, options.ShippingService), (LineKind.Wrapping, options.WrappingService), (LineKind.Discount, options.DiscountService), (LineKind.Fee, options.FeeService), (LineKind.Rounding, options.RoundingService),
        })
        {
            if (reference is { Length: > 0 })
                book._services[kind] = (reference, null);
        }

        if (book._services.Count == 0)
            return book;
        var wanted = book._services.Values.Select(service => service.Reference).Distinct(StringComparer.Ordinal).ToList();
        var rows = await client.ListAsync($"products?limit={wanted.Count * 5}&properties=id,ref&{SqlFilter.Query(SqlFilter.MayBe("t.ref", wanted))}", cancellationToken, RequestPurpose.Reference);
        foreach (var (kind, service) in book._services.ToList())
            book._services[kind] = (service.Reference, rows.FirstOrDefault(row => row.Text("ref") == service.Reference).Whole("id"));
        return book;
    }

    /// <summary>The service of a kind of line; null for a line of free text.</summary>
    /// <exception cref="ConnectorException">An option names a service that Dolibarr does not have.</exception>
    public long? Of(LineKind kind) => !_services.TryGetValue(kind, out var service) ? null : service.Id ?? throw new ConnectorException(new SyncProblem(
        ProblemKind.Misconfigured, DocumentCodes.ServiceMissing, $"The service '{service.Reference}' for lines of {kind} does not exist in Dolibarr.")
    {
        Field = nameof(Order.Lines),
        Remedy = $"Create the service (type service, on sale), or change the option {kind}Service.",
    });

    /// <summary>What a product stands for; null when it is an ordinary one.</summary>
    public LineKind? KindOf(long? product) => _services.Where(service => service.Value.Id is { } id && id == product).Select(service => (LineKind?)service.Key).FirstOrDefault();
}
