using ErpSync.Benchmarks.Measuring;

namespace ErpSync.Benchmarks.Engine;

/// <summary>The engine and its store without a network: unchanged passes, a million links, conflicts.</summary>
internal sealed class EngineBenchmark : IBenchmark
{
    private static readonly string[] Scenarios = ["unchanged", "links", "conflicts"];

    public string Name => "engine";

    public string Help => $"engine and store without a network [--records N] [--scenario {string.Join('|', Scenarios)}] [--json]";

    public async Task<int> RunAsync(string[] args)
    {
        if (Options.Read(args, 1_000_000, Scenarios) is not { } options)
            return 2;
        if (options.Scenario is { } one)
        {
            (await RunAsync(one, options.Records)).Print(options.Json);
            return 0;
        }

        // The links come first: they say how large the process gets.
        var links = await RunAsync("links", options.Records);
        var unchanged = await RunAsync("unchanged", options.Records);
        var conflicts = await RunAsync("conflicts", options.Records);
        new Figures()
            .Add("scenario", Name)
            .Add("records", options.Records)
            .Add("recordsPerSecondPerCore", unchanged.Find("recordsPerSecondPerCore")!)
            .Add("bytesPerRecord", unchanged.Find("bytesPerRecord")!)
            .Add("peakBytes", Meter.Peak())
            .Add("conflictsPerSecond", conflicts.Find("conflictsPerSecond")!)
            .Add("cpu", "process")
            .Add("unchanged", unchanged)
            .Add("links", links)
            .Add("conflicts", conflicts)
            .Print(options.Json);
        return 0;
    }

    private static Task<Figures> RunAsync(string scenario, long records) => scenario switch
    {
        "unchanged" => UnchangedScenario.RunAsync(records),
        "links" => LinksScenario.RunAsync(records),
        _ => ConflictsScenario.RunAsync(records),
    };
}
