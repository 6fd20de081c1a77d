namespace ErpSync.Host;

/// <summary>The pair that this host keeps in step. Addresses and keys come from the environment (ERPSYNC_Shop__ApiKey) or user secrets (dotnet user-secrets set Shop:ApiKey …), never from a file here.</summary>
internal static class Setup
{
    public const string Pair = "main";

    public static void Add(IServiceCollection services, IConfiguration settings, bool feeds)
    {
        services.AddErpSync()
            .AddPrestaShop("shop", o => (o.BaseAddress, o.ApiKey, o.BackOffice) = (Address("Shop:Address"), settings["Shop:ApiKey"] ?? "", settings["Shop:BackOffice"] is { } office ? new Uri(office) : null))
            .AddDolibarr("erp", o => (o.BaseAddress, o.ApiKey) = (Address("Erp:Address"), settings["Erp:ApiKey"] ?? ""))
            .UseSqlite($"Data Source={settings["Store"] ?? "erpsync.db"}")
            .UseConnectFeeds(Pair, "shop", "erp", o =>
            {
                settings.GetSection("Carriers").GetChildren().ToList().ForEach(row => o.Carriers[row.Key] = row.Value!);
                settings.GetSection("Payments").GetChildren().ToList().ForEach(row => o.Payments[row.Key] = row.Value!);
                (o.FullShipmentStatus, o.PartialShipmentStatus, o.StockImportWarehouse) = (settings["FullShipmentStatus"], settings["PartialShipmentStatus"], settings["StockImportWarehouse"]);
                o.OrdersFromId = settings.GetValue<long?>("OrdersFromId");
            });
        services.AddSingleton<Desk>().AddSingleton<Tickets>();
        if (feeds)
            services.AddErpSyncFeeds();
        Uri? Address(string name) => settings[name] is { } text ? new Uri(text) : null;
    }
}
