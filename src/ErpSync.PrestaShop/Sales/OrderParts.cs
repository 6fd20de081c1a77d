using ErpSync.PrestaShop.Parties;

namespace ErpSync.PrestaShop.Sales;

/// <summary>What hangs on a number of orders, each resource fetched once for all of them.</summary>
internal sealed class OrderParts
{
    /// <summary>The columns of the lines of orders, the same in every version; the taxes stand in their association.</summary>
    public const string DetailFields =
        "[id,id_order,id_order_invoice,product_id,product_attribute_id,product_name,product_quantity,product_price,reduction_percent,reduction_amount_tax_excl,product_ean13,product_reference,tax_computation_method,"
        + "unit_price_tax_incl,unit_price_tax_excl,total_price_tax_incl,total_price_tax_excl,purchase_supplier_price,original_product_price,taxes[id]]";

    private const string CartRuleFields = "[id,id_order,id_cart_rule,name,value,value_tax_excl,free_shipping]";

    private OrderParts()
    {
    }

    /// <summary>The lines by order.</summary>
    public required ILookup<long, WireRow> Details { get; init; }

    /// <summary>The vouchers by order.</summary>
    public ILookup<long, WireRow> CartRules { get; private init; } = Array.Empty<WireRow>().ToLookup(static row => row.Id);

    /// <summary>The codes of vouchers by their id.</summary>
    public ILookup<long, WireRow> Codes { get; private init; } = Array.Empty<WireRow>().ToLookup(static row => row.Id);

    /// <summary>The products and combinations among the lines that still exist; null when nobody looked.</summary>
    public IReadOnlySet<(long Product, long Combination)>? Existing { get; private init; }

    /// <summary>The addresses by id, deleted ones included.</summary>
    public IReadOnlyDictionary<long, WireRow> Addresses { get; private init; } = new Dictionary<long, WireRow>();

    /// <summary>The e-mail addresses of the customers who still exist; null when nobody looked.</summary>
    public IReadOnlyDictionary<long, string>? Emails { get; private init; }

    /// <summary>The conversations by order.</summary>
    public ILookup<long, WireRow> Threads { get; private init; } = Array.Empty<WireRow>().ToLookup(static row => row.Id);

    /// <summary>The messages by conversation.</summary>
    public ILookup<long, WireRow> Messages { get; private init; } = Array.Empty<WireRow>().ToLookup(static row => row.Id);

    /// <summary>The messages that stand at the order itself, as old shops and modules write them, by order.</summary>
    public ILookup<long, WireRow> OldMessages { get; private init; } = Array.Empty<WireRow>().ToLookup(static row => row.Id);

    /// <summary>Fetches everything that orders need. The goods of fresh orders, placed just now, are taken to exist still: nobody looks.</summary>
    public static async Task<OrderParts> OfAsync(PrestaShopClient client, RunMemory memory, IReadOnlyList<WireRow> orders, HashSet<long> fresh, CancellationToken cancellationToken)
    {
        var ids = orders.Select(order => order.Id).ToList();
        var lines = await LinesAsync(client, orders, orders.Where(HasDiscount).Select(order => order.Id), cancellationToken);
        var threads = await Children.OptionalAsync(client, "customer_threads", "[id,id_order,status]", "id_order", ids, cancellationToken);
        return new OrderParts
        {
            Details = lines.Details,
            CartRules = lines.CartRules,
            Codes = lines.Codes,
            Existing = await ExistingAsync(client, memory, lines.Details, fresh, cancellationToken),
            Addresses = await Children.ByIdAsync(client, AddressMapping.Resource, AddressMapping.Fields, orders.SelectMany(order => new[] { order.Whole("id_address_delivery") ?? 0, order.Whole("id_address_invoice") ?? 0 }), cancellationToken),
            Emails = await EmailsAsync(client, memory, [.. orders.Select(order => order.Whole("id_customer") ?? 0)], cancellationToken),
            Threads = threads,
            OldMessages = await Children.OptionalAsync(client, "messages", "[id,id_order,id_employee,message,private,date_add]", "id_order", ids, cancellationToken),
            Messages = await Children.OptionalAsync(client, "customer_messages", "[id,id_customer_thread,id_employee,message,private,date_add]", "id_customer_thread", threads.SelectMany(group => group).Select(row => row.Id), cancellationToken),
        };
    }

    /// <summary>Fetches what the lines of documents need.</summary>
    public static async Task<OrderParts> LinesAsync(PrestaShopClient client, IReadOnlyList<WireRow> orders, IEnumerable<long> discounted, CancellationToken cancellationToken)
    {
        var details = await Children.OfAsync(client, "order_details", DetailFields, "id_order", orders.Select(order => order.Id), cancellationToken);
        var rules = await Children.OptionalAsync(client, "order_cart_rules", CartRuleFields, "id_order", discounted, cancellationToken);
        var codes = await Children.OptionalAsync(client, "cart_rules", "[id,code]", "id", rules.SelectMany(group => group).Select(row => row.Whole("id_cart_rule") ?? 0), cancellationToken);
        return new OrderParts { Details = details, CartRules = rules, Codes = codes };
    }

    /// <summary>Parts that were read elsewhere: recorded ones.</summary>
    public static OrderParts Of(ILookup<long, WireRow> details, ILookup<long, WireRow> rules) => new() { Details = details, CartRules = rules };

    /// <summary>True when the line's product or combination still exists.</summary>
    public bool Exists(WireRow detail) => Existing?.Contains((detail.Whole("product_id") ?? 0, detail.Whole("product_attribute_id") ?? 0)) ?? true;

    // Customers come before orders in a run; those that it has read already are not asked for again.
    private static async Task<IReadOnlyDictionary<long, string>> EmailsAsync(PrestaShopClient client, RunMemory memory, IReadOnlyList<long> customers, CancellationToken cancellationToken)
    {
        var emails = customers.Distinct().Where(memory.Emails.ContainsKey).ToDictionary(id => id, id => memory.Emails[id]);
        foreach (var (id, row) in await Children.ByIdAsync(client, CustomerMapping.Resource, "[id,email]", customers.Where(id => !emails.ContainsKey(id)), cancellationToken))
            emails[id] = row.Filled("email") ?? "";
        return emails;
    }

    private static bool HasDiscount(WireRow order) => (order.Number("total_discounts_tax_incl") ?? order.Number("total_discounts") ?? 0) != 0;

    // Orders keep the numbers of products that were deleted since. A product names its combinations, so that one request tells both; none is needed for what this run has read.
    private static async Task<IReadOnlySet<(long Product, long Combination)>> ExistingAsync(PrestaShopClient client, RunMemory memory, ILookup<long, WireRow> details, HashSet<long> fresh, CancellationToken cancellationToken)
    {
        var sold = Sold(details.SelectMany(group => group)).ToHashSet();
        var unknown = Sold(details.Where(group => !fresh.Contains(group.Key)).SelectMany(group => group)).Where(pair => !memory.HasRead(pair.Product, pair.Combination)).ToHashSet();
        var fields = unknown.Any(pair => pair.Combination > 0) ? "[id,combinations[id]]" : "[id]";
        var products = await Children.ByIdAsync(client, "products", fields, unknown.Select(pair => pair.Product), cancellationToken);
        sold.RemoveWhere(pair => unknown.Contains(pair) && !(products.TryGetValue(pair.Product, out var product) && (pair.Combination == 0 || product.Association("combinations").Any(one => one.Id == pair.Combination))));
        return sold;
    }

    private static IEnumerable<(long Product, long Combination)> Sold(IEnumerable<WireRow> details) => details.Select(row => (row.Whole("product_id") ?? 0, row.Whole("product_attribute_id") ?? 0));
}
