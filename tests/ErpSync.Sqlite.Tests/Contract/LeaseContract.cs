using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

public abstract class LeaseContract<THome> : StoreContract<THome>
    where THome : IStoreHome, new()
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_lease_has_one_holder_until_it_ends()
    {
        var another = await AnotherAsync();
        var lease = await Store.TryTakeLeaseAsync("pair/main", "a", Now, Minute, None);
        lease.Should().Be(new Lease("pair/main", "a", 1, Now + Minute));
        (await another.TryTakeLeaseAsync("pair/main", "b", Now + Minute - TimeSpan.FromTicks(1), Minute, None)).Should().BeNull();
        (await another.ReadLeaseAsync("pair/main", None)).Should().Be(lease);
        (await another.TryTakeLeaseAsync("pair/main", "b", Now + Minute, Minute, None)).Should().Be(new Lease("pair/main", "b", 2, Now + Minute + Minute), "the end is exclusive");
        (await Store.TryTakeLeaseAsync("pair/main", "a", Now + Minute, Minute, None)).Should().BeNull();
        (await Store.TryTakeLeaseAsync("pair/other", "a", Now, Minute, None))!.FencingToken.Should().Be(1, "names are independent");
    }

    [Fact]
    public async Task The_same_holder_renews_with_the_same_token_even_after_the_end()
    {
        await Store.TryTakeLeaseAsync("x", "a", Now, Minute, None);
        (await Store.TryTakeLeaseAsync("x", "a", Now.AddSeconds(30), Minute, None)).Should().Be(new Lease("x", "a", 1, Now.AddSeconds(90)));
        (await Store.TryTakeLeaseAsync("x", "a", Now.AddHours(1), Minute, None))!.FencingToken.Should().Be(1);
    }

    [Fact]
    public async Task A_released_lease_is_free_and_its_token_goes_on_growing()
    {
        var lease = (await Store.TryTakeLeaseAsync("x", "a", Now, Minute, None))!;
        await Store.ReleaseLeaseAsync(lease, None);
        (await Store.ReadLeaseAsync("x", None)).Should().BeNull();
        (await Store.TryTakeLeaseAsync("x", "b", Now, Minute, None))!.FencingToken.Should().Be(2);
        await Store.ReleaseLeaseAsync(lease, None);
        (await Store.ReadLeaseAsync("x", None))!.Holder.Should().Be("b", "an old lease cannot give back a new one");
        await Store.ReleaseLeaseAsync(new Lease("never", "a", 1, Now), None);
        (await Store.ReadLeaseAsync("never", None)).Should().BeNull();
    }

    [Fact]
    public async Task Changes_under_a_lease_that_passed_on_are_refused_whole()
    {
        var another = await AnotherAsync();
        var old = (await Store.TryTakeLeaseAsync("x", "a", Now, Minute, None))!;
        await Store.Commit(changes => changes.Links.Add(Link("1", "a")), old);
        var current = (await another.TryTakeLeaseAsync("x", "b", Now.AddHours(1), Minute, None))!;
        var refused = await Store.Commit(changes => changes.Links.Add(Link("2", "b")), old).Refused("store.lease-lost");
        refused.Problem.Message.Should().Contain("'x'").And.Contain("'a'");
        await another.Commit(changes => changes.Links.Add(Link("3", "c")), current);
        (await Store.AllLinks()).Select(link => link.First.Id.Value).Should().Equal("1", "3");
    }

    [Fact]
    public async Task Changes_under_a_lease_that_ran_out_but_passed_to_nobody_are_stored()
    {
        var lease = (await Store.TryTakeLeaseAsync("x", "a", DateTimeOffset.UnixEpoch, Minute, None))!;
        await Store.Commit(changes => changes.Links.Add(Link("1", "a")), lease);
        (await Store.AllLinks()).Should().ContainSingle();
    }

    [Fact]
    public async Task Changes_under_a_released_or_unknown_lease_are_refused()
    {
        var lease = (await Store.TryTakeLeaseAsync("x", "a", Now, Minute, None))!;
        await Store.ReleaseLeaseAsync(lease, None);
        await Store.Commit(changes => changes.Links.Add(Link("1", "a")), lease).Refused("store.lease-lost");
        await Store.Commit(_ => { }, new Lease("never", "a", 1, Now)).Refused("store.lease-lost");
    }

    [Fact]
    public async Task Of_many_takers_at_once_one_wins()
    {
        ISyncStore[] stores = [Store, await AnotherAsync(), await AnotherAsync()];
        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(index =>
            Task.Run(() => stores[index % 3].TryTakeLeaseAsync("x", $"holder {index}", Now, Minute, None))));
        taken.Should().ContainSingle(lease => lease != null);
    }

    [Fact]
    public async Task Changes_and_intents_are_refused_when_any_of_their_leases_was_lost()
    {
        var pair = (await Store.TryTakeLeaseAsync("pair/main", "a", Now, Minute, None))!;
        var writer = (await Store.TryTakeLeaseAsync("writer/erp/product/0", "a", Now, Minute, None))!;
        await Store.AddIntentsAsync([Intent("held")], [pair, writer], None);
        await Store.CommitAsync(Under(pair, writer, "held"), None);
        await Store.TryTakeLeaseAsync("writer/erp/product/0", "b", Now.AddHours(1), Minute, None);

        await Store.AddIntentsAsync([Intent("lost")], [pair, writer], None).Refused("store.lease-lost");
        await Store.CommitAsync(Under(pair, writer, "lost"), None).Refused("store.lease-lost");
        await Store.CommitAsync(Under(pair, null, "recorded"), None);

        (await Store.ReadIntentsAsync(Pair, Kind, None)).Select(intent => intent.Token).Should().Equal("held");
        (await Store.GetTextAsync(Pair, "held", None), await Store.GetTextAsync(Pair, "lost", None), await Store.GetTextAsync(Pair, "recorded", None)).Should().Be(("x", null, "x"));
    }

    private static StoreChanges Under(Lease pair, Lease? writer, string key)
    {
        var changes = new StoreChanges { Lease = pair, WriterLeases = writer is null ? [] : [writer] };
        changes.Texts.Add((Pair, key, "x"));
        return changes;
    }
}
