using ErpSync.Benchmarks;
using ErpSync.Benchmarks.Engine;
using ErpSync.Benchmarks.PrestaShop;
using ErpSync.Benchmarks.WooCommerce;

IReadOnlyList<IBenchmark> benchmarks = [new EngineBenchmark(), new ReadWooCommerceBenchmark(), new ReadPrestaShopBenchmark()];
if (benchmarks.FirstOrDefault(benchmark => args is [var name, ..] && string.Equals(name, benchmark.Name, StringComparison.Ordinal)) is { } chosen)
    return await chosen.RunAsync(args[1..]);

Console.Error.WriteLine("Usage: ErpSync.Benchmarks <command> [options]");
foreach (var benchmark in benchmarks)
    Console.Error.WriteLine($"  {benchmark.Name,-20}{benchmark.Help}");
return 2;
