using System.Text.Json.Serialization;

namespace ErpSync.Recipes;

/// <summary>
/// A hub (Dolibarr) that takes products and orders from a PrestaShop and leads stock and shipping. Settings of the two connections that the recipe needs (<see cref="HubStore"/>, warehouses, first order)
/// are set on the connections, so that other pairs over them share them.
/// </summary>
public sealed class ConnectOptions
{
    /// <summary>The company of a multi-company hub that orders go to; null (default) for the only one.</summary>
    public int? HubStore { get; set; }

    /// <summary>The id of the shop's first order that is imported, 1 or more; orders below are neither read nor imported. Null (default) imports all that the statuses let pass.</summary>
    public long? OrdersFromId { get; set; }

    /// <summary>
    /// What is done with orders by the id of their state in the shop. A state without a row follows the shop's own flags: paid and still to be shipped is imported, awaiting payment is looked
    /// at again, and shipped, cancelled, failed or refunded is final. Default: no rows.
    /// </summary>
    public IDictionary<string, ConnectStatus> Statuses { get; } = new Dictionary<string, ConnectStatus>(StringComparer.Ordinal);

    /// <summary>The hub's shipping method by the shop's carrier (its stable number, <c>id_reference</c>). An order with a carrier without a row waits, with that reason. Default: no rows.</summary>
    public IDictionary<string, string> Carriers { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The hub's payment type by the text of the shop's list of orders, compared without regard to case and to spaces around. Default: no rows.</summary>
    public IDictionary<string, string> Payments { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The hub's payment type for texts without a row, which are warned about; null (default): none.</summary>
    public string? DefaultPayment { get; set; }

    /// <summary>The shop's state for an order that was sent in full (closed in the hub); null (default) leaves the shop's state alone. The tracking number is sent all the same.</summary>
    public string? FullShipmentStatus { get; set; }

    /// <summary>The shop's state for an order of which a part was sent (in shipment in the hub); null (default) leaves the shop's state alone.</summary>
    public string? PartialShipmentStatus { get; set; }

    /// <summary>Lets the shop mail customers about the states and tracking numbers that it is sent. Default false.</summary>
    public bool MailCustomers { get; set; }

    /// <summary>References or ids of the hub's warehouses whose stock is added up and sent; empty (default) for all open ones.</summary>
    public IList<string> Warehouses { get; } = [];

    /// <summary>Reference or id of the warehouse that takes the shop's quantities in the first import; without it that feed does not run. Null is the default.</summary>
    public string? StockImportWarehouse { get; set; }

    /// <summary>Sends quantities below zero as they are; otherwise they become 0. Default false.</summary>
    public bool AllowNegativeStock { get; set; }

    /// <summary>
    /// Whether a change of these options shows its effect as a plan first: scheduled feeds wait until a plan was made with the new ones (<see cref="ISyncEngine.MakePlanAsync"/>), or a person started
    /// them by hand. Default true.
    /// </summary>
    public bool PlanAfterChange { get; set; } = true;

    /// <summary>How often the feeds run.</summary>
    [JsonIgnore]
    public ConnectSchedules Schedules { get; } = new();

    /// <summary>Everything that cannot work, in one message.</summary>
    internal void Validate(string pair)
    {
        var errors = new List<string>();
        if (OrdersFromId is < 1)
            errors.Add($"OrdersFromId is {OrdersFromId}; ids of orders are 1 or more.");
        if (FullShipmentStatus is not null && FullShipmentStatus == PartialShipmentStatus)
            errors.Add($"FullShipmentStatus and PartialShipmentStatus are both '{FullShipmentStatus}': nobody could tell them apart.");
        foreach (var (name, map) in new[] { (nameof(Carriers), Carriers), (nameof(Payments), Payments) })
        {
            foreach (var (from, to) in map.Where(row => string.IsNullOrWhiteSpace(row.Key) || string.IsNullOrWhiteSpace(row.Value)))
                errors.Add($"{name} has a row with an empty side ('{from}' = '{to}').");
        }

        if (Warehouses.Count > 0 && StockImportWarehouse is { } import && !Warehouses.Contains(import, StringComparer.OrdinalIgnoreCase))
            errors.Add($"StockImportWarehouse '{import}' is not among Warehouses ({string.Join(", ", Warehouses)}): what is imported would not be sent.");
        if (errors.Count > 0)
            throw new ErpSyncConfigurationException($"The feeds of pair '{pair}' are not configured correctly: {string.Join(" ", errors)}");
    }
}
