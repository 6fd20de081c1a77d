namespace ErpSync.House.Tests;

public sealed class RoomRules
{
    private static readonly string[] Rooms = ["Reading", "Matching", "Comparing", "Deciding", "Writing", "Recording", "Passes"];

    [Fact]
    public void Data_flows_one_way_through_the_engine()
    {
        var engine = Path.Combine(House.Root, "src", "ErpSync");
        var offences = Rooms.SelectMany((room, place) => Directory.EnumerateFiles(Path.Combine(engine, room), "*.cs")
            .SelectMany(file => File.ReadLines(file)
                .Where(line => Rooms.Skip(place + 1).Any(later => line.StartsWith($"using ErpSync.{later};", StringComparison.Ordinal)))
                .Select(line => $"{House.Relative(file)}: {line}")));
        offences.Should().BeEmpty("a room may name only the rooms before it: {0}", string.Join(" -> ", Rooms));
    }

    [Fact]
    public void Deciding_is_pure()
    {
        var words = new[] { "TimeProvider", "GetUtcNow", "await ", "ILogger", "ISyncStore", "HttpClient", "Random" };
        Directory.EnumerateFiles(Path.Combine(House.Root, "src", "ErpSync", "Deciding"), "*.cs")
            .Where(file => words.Any(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)))
            .Select(House.Relative)
            .Should().BeEmpty("deciding knows no clock, no I/O and no log");
    }
}
