using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

public abstract class TombstoneContract<THome> : StoreContract<THome>
    where THome : IStoreHome, new()
{
    private static Tombstone Stone(string first, string second, string? key = null, int hours = 0) => new(Pair, Kind, new RemoteId(first), new RemoteId(second), "deleted in shop")
    {
        DeletedAt = Side.First,
        KeyHash = key,
        At = Now.AddHours(hours),
        UsedAt = Now.AddHours(hours),
    };

    [Fact]
    public async Task A_tombstone_comes_back_with_all_that_it_carries()
    {
        var full = Stone("1", "a", "k1") with { DeletedAt = null, Label = "Möbel", FirstBase = new byte[] { 1, 2 }, SecondBase = new byte[] { 3 }, UsedAt = Now.AddDays(3) };
        await Store.Commit(changes => changes.Tombstones.Add(full));
        foreach (var found in new[] { await FindAsync(Side.First, "1", "2"), await FindAsync(Side.Second, "a", "1"), await Store.FindTombstonesByKeyAsync(Pair, Kind, ["k1", "k2"], None) })
        {
            var one = found.Should().ContainSingle().Which;
            one.FirstBase.ToArray().Should().Equal(1, 2);
            one.SecondBase.ToArray().Should().Equal(3);
            (one with { FirstBase = default, SecondBase = default }).Should().Be(full with { FirstBase = default, SecondBase = default });
        }
    }

    [Fact]
    public async Task Tombstones_are_found_in_their_own_pair_kind_and_side_only()
    {
        await Store.Commit(changes => changes.Tombstones.Add(Stone("1", "a", "k")));
        (await FindAsync(Side.Second, "1")).Should().BeEmpty();
        (await Store.FindTombstonesAsync("other", Kind, Side.First, [new RemoteId("1")], None)).Should().BeEmpty();
        (await Store.FindTombstonesAsync(Pair, EntityKind.Category, Side.First, [new RemoteId("1")], None)).Should().BeEmpty();
        (await Store.FindTombstonesByKeyAsync(Pair, EntityKind.Category, ["k"], None)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_latest_of_several_tombstones_comes_first()
    {
        await Store.Commit(changes =>
        {
            changes.Tombstones.Add(Stone("1", "a", "k", hours: 1));
            changes.Tombstones.Add(Stone("1", "b", "k", hours: 3));
            changes.Tombstones.Add(Stone("1", "c", "k", hours: 2));
        });
        (await FindAsync(Side.First, "1")).Select(stone => stone.SecondId.Value).Should().Equal("b", "c", "a");
        (await Store.FindTombstonesByKeyAsync(Pair, Kind, ["k"], None)).Select(stone => stone.SecondId.Value).Should().Equal("b", "c", "a");
    }

    [Fact]
    public async Task Tombstones_are_replaced_removed_and_forgotten()
    {
        await Store.Commit(changes =>
        {
            changes.Tombstones.Add(Stone("1", "a"));
            changes.Tombstones.Add(Stone("2", "b"));
            changes.Tombstones.Add(Stone("3", "c", hours: 5));
        });
        await Store.Commit(changes =>
        {
            changes.Tombstones.Add(Stone("1", "a") with { Reason = "deleted in both" });
            changes.RemovedTombstones.Add((Pair, Kind, new RemoteId("2"), new RemoteId("b")));
            changes.RemovedTombstones.Add((Pair, Kind, new RemoteId("3"), new RemoteId("x")));
        });
        (await FindAsync(Side.First, "1", "2", "3")).Select(stone => stone.Reason).Should().Equal("deleted in shop", "deleted in both");
        await Store.Commit(changes => changes.ForgetTombstones.Add((Pair, Kind, Now)));
        (await FindAsync(Side.First, "1", "3")).Should().HaveCount(2, "the instant itself is not before it");
        await Store.Commit(changes => changes.ForgetTombstones.Add((Pair, Kind, Now.AddTicks(1))));
        (await FindAsync(Side.First, "1", "3")).Select(stone => stone.FirstId.Value).Should().Equal("3");
    }

    [Fact]
    public async Task Links_with_a_deleted_end_are_counted_by_side()
    {
        await Store.Add(Link("1", "a") with { GoneAt = Side.First }, Link("2", "b") with { GoneAt = Side.Second }, Link("3", "c") with { GoneAt = Side.Second }, Link("4", "d"));
        (await Store.CountAsync(Pair, Kind, None)).Should().Be(new LinkCounts(4, 0, 0) { GoneAtFirst = 1, GoneAtSecond = 2 });
        await Store.Commit(changes =>
        {
            changes.Links.Add(Link("1", "a") with { Number = 1 });
            changes.RemovedLinks.Add(2);
        });
        (await Store.CountAsync(Pair, Kind, None)).Should().Be(new LinkCounts(3, 0, 0) { GoneAtSecond = 1 });
        (await Store.AllLinks()).Select(link => link.GoneAt).Should().Equal(null, Side.Second, null);
    }

    private ValueTask<IReadOnlyList<Tombstone>> FindAsync(Side side, params string[] ids) => Store.FindTombstonesAsync(Pair, Kind, side, [.. ids.Select(id => new RemoteId(id))], None);
}
