using ErpSync.Benchmarks.Model;

namespace ErpSync.Tests.Scale;

/// <summary>What a pass may allocate: counted, not timed.</summary>
public sealed class AllocationTests
{
    private const int Records = 2000;
    private const int Most = 2048;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pass_without_changes_allocates_at_most_two_kilobytes_a_record(bool full)
    {
        await using var pair = new Pair(new InMemoryStore(), new PreparedSystem("shop", Records).Connector, new PreparedSystem("erp", Records).Connector);
        await pair.RunAsync(full: true);
        await pair.RunUnchangedAsync(full);
        PerRecord(pair, full).Should().BeLessThanOrEqualTo(Most);
    }

    private static long PerRecord(Pair pair, bool full)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var run = pair.RunUnchangedAsync(full);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        run.IsCompletedSuccessfully.Should().BeTrue("all is in memory, so everything was allocated by this thread");
        return allocated / Records;
    }
}
