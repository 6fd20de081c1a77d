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
    private static readonly TimeSpan LongestKillTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);
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
        using var limit = new CancellationTokenSource(LongestRun);
        using var worker = Start();
        await using var end = limit.Token.Register(worker.Kill);
        (await worker.StandardOutput.ReadLineAsync(limit.Token)).Should().Be("ready");
        var clock = Stopwatch.StartNew();
        var output = worker.StandardOutput.ReadToEndAsync(limit.Token);
        await Task.WhenAny(output, Task.Delay(_whole * _random.NextDouble(), TimeProvider.System));
        if (worker.HasExited || output.IsCompleted)
        {
            await EndedAsync(worker, output, clock, limit.Token);
            return;
        }

        worker.Kill();
        await worker.WaitForExitAsync(limit.Token);
        Kills++;
        _whole = _whole * 1.1 < LongestKillTime ? _whole * 1.1 : _whole; // slow machines: later moments, so that some runs get through
    }

    /// <summary>Lets a worker finish.</summary>
    public async Task<string> FinishAsync()
    {
        using var limit = new CancellationTokenSource(LongestRun);
        using var worker = Start();
        await using var end = limit.Token.Register(worker.Kill);
        (await worker.StandardOutput.ReadLineAsync(limit.Token)).Should().Be("ready");
        return await EndedAsync(worker, worker.StandardOutput.ReadToEndAsync(limit.Token), Stopwatch.StartNew(), limit.Token);
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

    private async Task<string> EndedAsync(Process worker, Task<string> output, Stopwatch clock, CancellationToken limit)
    {
        var text = await output;
        await worker.WaitForExitAsync(limit);
        worker.ExitCode.Should().Be(0, $"{text} {await worker.StandardError.ReadToEndAsync(limit)} (seed {seed})");
        text.Should().Contain(" True ", $"every kind was worked through (seed {seed})");
        _whole = clock.Elapsed < LongestKillTime ? clock.Elapsed : LongestKillTime;
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
