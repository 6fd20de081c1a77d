using System.Globalization;
using ErpSync;
using ErpSync.Killing;
using Microsoft.Extensions.DependencyInjection;

// Usage: ErpSync.Killing <folder> <minutes that the clock is ahead>
// Runs the pair of the two systems in the folder once. It is meant to be killed on the way.
var folder = args[0];
using var shop = new LogSystem("shop", Path.Combine(folder, "shop.log"));
using var erp = new LogSystem("erp", Path.Combine(folder, "erp.log"));
var services = new ServiceCollection();
services.AddSingleton<TimeProvider>(new LaterClock(TimeSpan.FromMinutes(int.Parse(args[1], CultureInfo.InvariantCulture))));
services.AddErpSync()
    .UseSqlite($"Data Source={Path.Combine(folder, "store.db")}")
    .AddConnector("shop", _ => LogConnector.Open(shop, findsTokens: false))
    .AddConnector("erp", _ => LogConnector.Open(erp, findsTokens: true))
    .AddPair("main", "shop", "erp", pair => pair.Sync<Product>(x => x.Owner(y => y.Name, "erp").Owner(y => y.Barcode, "shop").Brake(brake => brake.Off("every record is edited many times a day"))));
await using var provider = services.BuildServiceProvider();
Console.WriteLine("ready");
var report = await provider.GetRequiredService<ISyncEngine>().RunAsync(new SyncRequest("main"));
Console.WriteLine(FormattableString.Invariant($"done {report.Written} {report.Failed} {report.IsComplete} {string.Join("; ", report.Problems)}"));
