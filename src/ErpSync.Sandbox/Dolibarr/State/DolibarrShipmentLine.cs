namespace ErpSync.Sandbox;

/// <summary>A line of a shipment.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="OrderLineId">The line of the order.</param>
/// <param name="WarehouseId">Where it is taken from.</param>
/// <param name="Quantity">How much.</param>
public sealed record DolibarrShipmentLine(int Id, int OrderLineId, int WarehouseId, decimal Quantity);
