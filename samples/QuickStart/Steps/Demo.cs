using ErpSync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QuickStart.Output;
using QuickStart.Sandbox;
using QuickStart.Setup;

namespace QuickStart.Steps;

/// <summary>The main job, step by step.</summary>
internal static class Demo
{
    public static async Task<int> RunAsync(Settings settings)
    {
        try
        {
            if (!settings.UsesSandbox)
                return await RealServers.RunAsync(settings);
            Screen.Line($"Starting an embedded PrestaShop and an embedded Dolibarr with about {settings.Products} products …");
            using var sandbox = await SandboxProcess.StartAsync(settings);
            var storeFile = Path.Combine(Path.GetTempPath(), $"erpsync-quickstart-{Environment.ProcessId}.db");
            try
            {
                return await WithSandboxAsync(sandbox, storeFile);
            }
            finally
            {
                foreach (var file in new[] { storeFile, storeFile + "-wal", storeFile + "-shm" })
                    File.Delete(file);
            }
        }
        catch (ConnectorException exception)
        {
            Console.Error.WriteLine(exception.Problem);
            return 2;
        }
        catch (Exception exception) when (exception is ErpSyncConfigurationException or OptionsValidationException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
        catch (StoreException exception)
        {
            Console.Error.WriteLine(exception.Problem);
            return 2;
        }
    }

    private static async Task<int> WithSandboxAsync(SandboxProcess sandbox, string storeFile)
    {
        var settings = sandbox.Settings;
        var writes = new WriteCounter();
        await using var services = Services.Build(settings, storeFile, writes, sandbox.Clock);
        var engine = services.GetRequiredService<ISyncEngine>();
        var census = await Census.TakeAsync(services);

        Screen.Title("1. The colours before anything is written");
        await Colours.ShowAsync(engine);

        Screen.Title("2. The plan, and applying it");
        var plan = await Plan.ShowAsync(engine);
        var written = (await Run.ShowAsync(engine, plan.ToConfirm)).Written;

        Screen.Title("3. The colours afterwards");
        await Colours.ShowAsync(engine, explain: true);

        Screen.Title("4. Edits on both sides, an hour later");
        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        var conflicts = await Edits.ShowAsync(services);
        written += conflicts.Written;

        Screen.Title("5. Running again");
        var before = (writes.Requests, writes.Writes);
        var second = await Run.ShowAsync(engine);
        var (secondRequests, secondWrites) = (writes.Requests - before.Requests, writes.Writes - before.Writes);
        Screen.Line($"Second run: {secondWrites} writes, {secondRequests} requests ({string.Join(", ", second.Requests.Select(x => $"{x.Key} {x.Value.Data} + {x.Value.Reference} for reference data"))}).");

        Screen.Title("6. An order travels");
        await new Travel(services, sandbox).ShowAsync();

        var result = await Verification.ReadAsync(services, census);
        var summary = new Summary
        {
            Products = result.Products,
            Green = result.Green,
            Orange = result.Orange,
            Red = result.Red,
            ConflictsFound = conflicts.Found,
            ConflictsResolved = conflicts.Resolved,
            Written = written,
            SecondRunWrites = secondWrites,
            SecondRunRequests = secondRequests,
            Duplicates = result.Duplicates,
        };
        return summary.Show(settings.Json);
    }
}
