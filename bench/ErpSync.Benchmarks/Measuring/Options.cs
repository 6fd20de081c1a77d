using System.Globalization;

namespace ErpSync.Benchmarks.Measuring;

/// <summary>The options that all commands share: <c>--records N</c>, <c>--scenario NAME</c> and <c>--json</c>.</summary>
internal sealed record Options(long Records, string? Scenario, bool Json)
{
    /// <summary>Reads the options; null, with a message on the error output, when they make no sense.</summary>
    public static Options? Read(string[] args, long records, IReadOnlyCollection<string> scenarios)
    {
        var options = new Options(records, null, false);
        for (var i = 0; i < args.Length; i++)
        {
            var next = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--records" when long.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= int.MaxValue:
                    options = options with { Records = count };
                    i++;
                    break;
                case "--scenario" when next is not null && scenarios.Contains(next, StringComparer.Ordinal):
                    options = options with { Scenario = next };
                    i++;
                    break;
                default:
                    Console.Error.WriteLine($"'{string.Join(' ', args[i..])}' is not understood. Options: --records N, --scenario {string.Join('|', scenarios)}, --json");
                    return null;
            }
        }

        return options;
    }
}
