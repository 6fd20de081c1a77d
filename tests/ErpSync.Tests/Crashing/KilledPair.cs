using System.Diagnostics;
using System.Globalization;
using ErpSync.Killing;

namespace ErpSync.Tests.Crashing;

/// <summary>A pair in a folder whose worker is a process of its own. Its users edit while no worker lives; what they did last is what must stand in the end.</summary>
internal sealed class KilledPair(int seed) : IDisposable
{
    private readonly Random _random = new(seed);
    private readonly string _folder = Directory.CreateTempSubdirectory("erpsync-killing").FullName;
    private readonly Dictionary<string, (string? Name, string? Barcode)> _expected = [];
    private int _starts;
    private TimeSpan _whole = TimeSpan.FromMilliseconds(200);

    public int Kills { get; private set; }

    public int Completed { get; private set; }

    /// <summary>Writes that were found after a kill that came between the write and its record.</summary>
    public int MadeUpFor { get; private set; }

    /// <summary>A few users add and edit: barcodes in the shop, names in the ERP, so that no edit meets another one.</summary>
    public void UsersEdit()
    {
        using var shop = System("shop");
        using var erp = System("erp");
        for (var i = 0; i < 6; i++)
        {
            var name = $"{_starts}-{i}";
            switch (_random.Next(4))
            {
                case 0:
                    Add(_random.Next(2) == 0 ? shop : erp, $"R{name}");
                    break;
                case 1 or 2 when Any(shop) is { } record:
                    shop.Edit(record.Id, x => x with { Barcode = name });
                    _expected[record.Value.Reference!] = _expected[record.Value.Reference!] with { Barcode = name };
                    break;
                case 3 when Any(erp) is { } record:
                    erp.Edit(record.Id, x => x with { Name = LocalizedText.Of("en", name) });
                    _expected[record.Value.Reference!] = _expected[record.Value.Reference!] with { Name = name };
                    break;
                default:
                    Add(shop, $"R{name}");
                    break;
            }
        }
    }

    /// <summary>Starts a worker and kills it at a random moment, unless it is faster.</summary>
    public async Task KillAsync()
    {
        using var worker = Start();
        var errors = await ReadyAsync(worker);
        var clock = Stopwatch.StartNew();
        var output = worker.StandardOutput.ReadToEndAsync();
        await Task.WhenAny(output, Task.Delay(_whole * _random.NextDouble(), TimeProvider.System));
        if (worker.HasExited || output.IsCompleted)
        {
            await EndedAsync(worker, output, errors, clock);
            return;
        }

        worker.Kill();
        await Patience.For(worker.WaitForExitAsync());
        Kills++;
        _whole = _whole * 1.1 < TimeSpan.FromSeconds(3) ? _whole * 1.1 : _whole; // slow machines: later moments, so that some runs get through
    }

    /// <summary>Lets a worker finish.</summary>
    public async Task<string> FinishAsync()
    {
        using var worker = Start();
        var errors = await ReadyAsync(worker);
        return await EndedAsync(worker, worker.StandardOutput.ReadToEndAsync(), errors, Stopwatch.StartNew());
    }

    public async Task CheckAsync()
    {
        using var shop = System("shop");
        using var erp = System("erp");
        foreach (var system in new[] { shop, erp })
        {
            var held = system.Records.Select(record => (record.Value.Reference!, Name: record.Value.Name["en"], record.Value.Barcode)).Order().ToList();
            held.Should().Equal(_expected.Select(entry => (entry.Key, entry.Value.Name, entry.Value.Barcode)).Order(), $"{system.Name} holds each record once, with every edit (seed {seed})");
        }

        using var store = new SqliteStore($"Data Source={Path.Combine(_folder, "store.db")}");
        await store.OpenAsync(default);
        (await store.CountAsync("main", EntityKind.Product, default)).Should().Be(new LinkCounts(_expected.Count, 0, 0));
        (await store.ReadIntentsAsync("main", EntityKind.Product, default)).Should().BeEmpty();
        var created = new List<(Side, RemoteId)>();
        await foreach (var entry in store.ReadJournalAsync(new JournalQuery("main"), default))
        {
            MadeUpFor += entry.Action == JournalAction.Adopted || entry.Reason.Contains("cut off") ? 1 : 0;
            if (entry.Action is JournalAction.Created or JournalAction.Adopted)
                created.Add((entry.Side, entry.Id));
        }

        created.Should().BeEquivalentTo(Made(shop, Side.First).Concat(Made(erp, Side.Second)), $"the journal tells each create once (seed {seed})");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<(Side, RemoteId)> Made(LogSystem system, Side side) => system.Records.Where(record => record.Token is not null).Select(record => (side, RemoteId.From(record.Id)));

    /// <summary>Waits until the worker is at work. What it says of errors is read from the beginning: a full pipe would hold it up.</summary>
    private static async Task<Task<string>> ReadyAsync(Process worker)
    {
        var errors = worker.StandardError.ReadToEndAsync();
        if (await InTimeAsync(worker, worker.StandardOutput.ReadLineAsync()) is not "ready")
            throw new InvalidOperationException($"The worker did not start: {await Patience.For(errors)}");
        return errors;
    }

    private static async Task<T> InTimeAsync<T>(Process worker, Task<T> task)
    {
        try
        {
            return await Patience.For(task);
        }
        catch (TimeoutException)
        {
            worker.Kill(entireProcessTree: true);
            throw;
        }
    }

    private async Task<string> EndedAsync(Process worker, Task<string> output, Task<string> errors, Stopwatch clock)
    {
        var text = await InTimeAsync(worker, output);
        await Patience.For(worker.WaitForExitAsync());
        worker.ExitCode.Should().Be(0, $"{text} {await Patience.For(errors)} (seed {seed})");
        text.Should().Contain(" True ", $"every kind was worked through (seed {seed})");
        _whole = clock.Elapsed < TimeSpan.FromSeconds(3) ? clock.Elapsed : TimeSpan.FromSeconds(3);
        Completed++;
        return text;
    }

    private LogSystem System(string name) => new(name, Path.Combine(_folder, $"{name}.log"));

    private LogRecord? Any(LogSystem system) => system.Records.Any() ? system.Records.ElementAt(_random.Next(system.Records.Count())) : null;

    private void Add(LogSystem system, string reference)
    {
        system.Add(new Product { Reference = reference, Name = LocalizedText.Of("en", "new") });
        _expected[reference] = ("new", null);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(LogSystem).Assembly.Location);
        start.ArgumentList.Add(_folder);
        start.ArgumentList.Add((++_starts * 12).ToString(CultureInfo.InvariantCulture));
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }
}
