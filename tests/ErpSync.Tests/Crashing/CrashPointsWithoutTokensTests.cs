using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

public sealed class CrashPointsWithoutTokensTests
{
    [Fact]
    public Task Every_third_crash_point_with_a_target_that_finds_neither_tokens_nor_some_keys() => CrashPoints.AllAsync(() => new InMemoryStoreFile(), InMemoryCapabilities.NewestId, every: 3);
}
