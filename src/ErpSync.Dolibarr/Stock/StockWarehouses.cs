namespace ErpSync.Dolibarr;

/// <summary>Which warehouses are summed, and which one movements are booked in.</summary>
internal static class StockWarehouses
{
    /// <summary>The ids that are summed; null where warehouses may not be read.</summary>
    /// <exception cref="ConnectorException">A configured warehouse does not exist.</exception>
    public static IReadOnlySet<long>? Summed(DolibarrSetup setup, DolibarrOptions options)
    {
        if (options.Warehouses is { } names)
            return names.Select(name => Find(setup, name, nameof(DolibarrOptions.Warehouses)).Id).ToHashSet();
        return setup.Warehouses.Count == 0 ? null : setup.Warehouses.Where(warehouse => warehouse.IsOpen).Select(warehouse => warehouse.Id).ToHashSet();
    }

    /// <summary>The warehouses whose levels are carried one by one.</summary>
    /// <exception cref="ConnectorException">There are none that this key may see, or a configured one does not exist.</exception>
    public static IReadOnlyList<Warehouse> Each(DolibarrSetup setup, DolibarrOptions options)
    {
        var wanted = Summed(setup, options) ?? throw Problem(DolibarrCodes.NoWarehouse, "Levels are wanted per warehouse, and this key may see none.", "Give the user the right to read stocks, or switch StockPerWarehouse off.");
        return [.. setup.Warehouses.Where(warehouse => wanted.Contains(warehouse.Id)).OrderBy(warehouse => warehouse.Id)];
    }

    /// <summary>The warehouse that movements are booked in.</summary>
    /// <exception cref="ConnectorException">There is none, or it cannot be told which.</exception>
    public static Warehouse ToWrite(DolibarrSetup setup, DolibarrOptions options)
    {
        var open = setup.Warehouses.Where(warehouse => warehouse.IsOpen).ToList();
        if (open.Count == 0)
            throw Problem(DolibarrCodes.NoWarehouse, "Dolibarr has no open warehouse that this key may see, so no stock can be written.", "Create or open a warehouse, and give the user the right to read stocks.");
        if (options.WriteWarehouse is null && open.Count > 1)
        {
            throw Problem(
                DolibarrCodes.WriteWarehouse,
                $"Dolibarr has {open.Count} open warehouses ({string.Join(", ", open.Select(warehouse => warehouse.Reference))}), and it is not said in which one movements are booked.",
                "Set the option WriteWarehouse.");
        }

        var target = options.WriteWarehouse is { } name ? Find(setup, name, nameof(DolibarrOptions.WriteWarehouse)) : open[0];
        if (!target.IsOpen)
            throw Problem(DolibarrCodes.NoWarehouse, $"The warehouse {target.Reference} is closed.", "Open it, or set the option WriteWarehouse to another one.");
        if (Summed(setup, options) is { } summed && !summed.Contains(target.Id))
            throw Problem(DolibarrCodes.WriteWarehouse, $"Movements are booked in {target.Reference}, which is not among the warehouses that are summed: a written level would never be reached.", "Add it to the option Warehouses.");
        return target;
    }

    private static Warehouse Find(DolibarrSetup setup, string name, string option) =>
        setup.Warehouses.FirstOrDefault(warehouse => warehouse.IsNamed(name))
        ?? throw Problem(DolibarrCodes.WarehouseUnknown, $"The option {option} names the warehouse '{name}', which Dolibarr does not have (known: {string.Join(", ", setup.Warehouses.Select(warehouse => warehouse.Reference))}).", $"Correct the option {option}.");

    private static ConnectorException Problem(string code, string message, string remedy) => new(new SyncProblem(ProblemKind.Misconfigured, code, message) { EntityKind = StockLevel.Kind, Remedy = remedy });
}
