using System.Diagnostics;
using System.Globalization;
using ErpSync;
using QuickStart.Setup;

namespace QuickStart.Sandbox;

/// <summary>Starts the embedded shop and ERP in a process of their own and ends it with this one.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Settings settings)
    {
        _process = process;
        Settings = settings;
    }

    /// <summary>The clock of this program, kept in step with the one of the embedded servers.</summary>
    public DemoClock Clock { get; } = new();

    /// <summary>The settings with the addresses and keys of the embedded servers.</summary>
    public Settings Settings { get; }

    public static async Task<SandboxProcess> StartAsync(Settings settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "QuickStart.dll"));
        start.ArgumentList.Add("sandbox");
        start.ArgumentList.Add(settings.Products.ToString(CultureInfo.InvariantCulture));
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The embedded shop and ERP did not start; their error is above.");
        var parts = line.Split('\t');
        return new SandboxProcess(process, settings with { ShopUrl = parts[0], ShopKey = parts[1], ErpUrl = parts[2], ErpKey = parts[3], WithOrders = true });
    }

    /// <summary>Lets time pass in this program and in the embedded servers.</summary>
    /// <param name="span">How much, in whole seconds.</param>
    public async Task AdvanceAsync(TimeSpan span)
    {
        Clock.Advance(span);
        await SayAsync(string.Create(CultureInfo.InvariantCulture, $"wait {(long)span.TotalSeconds}"));
    }

    /// <summary>Somebody buys in the shop and pays.</summary>
    /// <returns>The order's id in the shop.</returns>
    public async Task<RemoteId> BuyAsync() => new(await SayAsync("buy"));

    /// <summary>Somebody packs the latest order in the ERP, sends it and closes it.</summary>
    /// <returns>The tracking number.</returns>
    public Task<string> ShipAsync() => SayAsync("ship");

    private async Task<string> SayAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The embedded shop and ERP ended; their error is above.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
