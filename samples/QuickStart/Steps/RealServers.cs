using System.Globalization;
using ErpSync;
using Microsoft.Extensions.DependencyInjection;
using QuickStart.Output;
using QuickStart.Setup;

namespace QuickStart.Steps;

/// <summary>The same job with real servers: check, inspect and plan first; writes only after a yes.</summary>
internal static class RealServers
{
    private const decimal SecondsPerWrite = 0.1m;

    public static async Task<int> RunAsync(Settings settings)
    {
        var writes = new WriteCounter();
        await using var services = Services.Build(settings, settings.StoreFile, writes);
        var engine = services.GetRequiredService<ISyncEngine>();

        Screen.Title("Check");
        var findings = await engine.CheckAsync("main");
        foreach (var finding in findings)
            Screen.Line($"  {finding}");
        if (findings.Any(finding => finding.Severity == FindingSeverity.Error))
        {
            Console.Error.WriteLine("The check found errors; nothing was read or written. Put them right and run again.");
            return 2;
        }

        var census = await Census.TakeAsync(services);
        Screen.Title("The colours");
        await Colours.ShowAsync(engine);
        Screen.Title("The plan");
        var totals = await Plan.ShowAsync(engine);
        var requests = totals.Creates * 2 + totals.Updates;
        Screen.Line($"About {requests.ToString(CultureInfo.InvariantCulture)} write requests at the most, about {Math.Ceiling(requests * SecondsPerWrite / 60)} minutes at 0.1 s each.");
        Screen.Line($"Back up the shop, the ERP and the store file ({settings.StoreFile}) before the first write.");
        if (!MayWrite(settings))
        {
            var planned = await Verification.ReadAsync(services, census);
            return Of(planned, 0, null, null).Show(settings.Json);
        }

        Screen.Title("Writing");
        var written = (await Run.ShowAsync(engine, totals.ToConfirm)).Written;
        Screen.Title("Running again");
        var before = (writes.Requests, writes.Writes);
        await Run.ShowAsync(engine);
        var (secondRequests, secondWrites) = (writes.Requests - before.Requests, writes.Writes - before.Writes);
        return Of(await Verification.ReadAsync(services, census), written, secondWrites, secondRequests).Show(settings.Json);
    }

    private static bool MayWrite(Settings settings)
    {
        if (settings.Yes)
            return true;
        if (settings.Json || Console.IsInputRedirected)
            return false;
        Console.Write("Carry out the plan? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private static Summary Of((long Products, long Green, long Orange, long Red, long Duplicates) result, long written, long? secondWrites, long? secondRequests) => new()
    {
        Products = result.Products,
        Green = result.Green,
        Orange = result.Orange,
        Red = result.Red,
        Written = written,
        SecondRunWrites = secondWrites,
        SecondRunRequests = secondRequests,
        Duplicates = result.Duplicates,
    };
}
