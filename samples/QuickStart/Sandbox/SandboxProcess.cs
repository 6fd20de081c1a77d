using System.Diagnostics;
using System.Globalization;
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
        return new SandboxProcess(process, settings with { ShopUrl = parts[0], ShopKey = parts[1], ErpUrl = parts[2], ErpKey = parts[3] });
    }

    /// <summary>Lets time pass in this program and in the embedded servers.</summary>
    /// <param name="span">How much, in whole seconds.</param>
    public async Task AdvanceAsync(TimeSpan span)
    {
        Clock.Advance(span);
        await _process.StandardInput.WriteLineAsync(((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        await _process.StandardInput.FlushAsync();
        await _process.StandardOutput.ReadLineAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
