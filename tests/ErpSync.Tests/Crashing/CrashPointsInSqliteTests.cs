using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

public sealed class CrashPointsInSqliteTests
{
    [Fact]
    public Task Every_fifth_crash_point_with_a_store_in_SQLite() => CrashPoints.AllAsync(() => new SqliteStoreFile(), InMemoryCapabilities.FindByToken, every: 5);
}
