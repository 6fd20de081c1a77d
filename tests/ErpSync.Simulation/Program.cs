using System.Globalization;
using ErpSync.Simulation.Planted;
using ErpSync.Simulation.Running;

string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
long Number(string option, long otherwise) => Value(option) is { } text ? long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : otherwise;

if (args.Contains("--list-faults"))
{
    foreach (var name in PlantedFaults.All.Keys)
        Console.WriteLine(name);
    return 0;
}

Func<PlantedFault>? fault = null;
if (Value("--fault") is { } wanted && !PlantedFaults.All.TryGetValue(wanted, out fault))
{
    Console.Error.WriteLine($"There is no planted fault '{wanted}'. --list-faults names them.");
    return 2;
}

var seed = Number("--seed", 1);
var histories = Number("--histories", 1000);
if (histories == 1 && !args.Contains("--json"))
{
    var result = await Histories.PlayAsync(seed, fault?.Invoke(), tells: true);
    foreach (var line in result.Log)
        Console.WriteLine(line);
    var one = new Totals();
    one.Add(result);
    Console.WriteLine(one.ToJson());
    return result.Failed ? 1 : 0;
}

var totals = await Histories.PlayManyAsync(seed, histories, fault, stopAtFirst: args.Contains("--until-failure"));
if (!args.Contains("--json"))
{
    foreach (var (promise, count) in totals.Promises)
        Console.WriteLine($"{promise}: broken in {count} histories");
    foreach (var line in totals.Examples.Order(StringComparer.Ordinal))
        Console.WriteLine(line);
}

Console.WriteLine(totals.ToJson());
return totals.Failed > 0 ? 1 : 0;
