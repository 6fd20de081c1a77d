using ErpSync.Reading;

namespace ErpSync.Tests.Reading;

public sealed class CandidateTableTests
{
    private static readonly Candidate[] Candidates =
    [
        new(new RemoteId("1"), ["REF-1", null], "REF-1"),
        new(new RemoteId("product:2"), [null], "product:2") { WaitsForOwner = true },
        new(new RemoteId("5/cover"), ["product:5 cover"], "Tasse ☕") { Owner = new Ref(EntityKind.Product, new RemoteId("5")), NewbornAt = Side.Second, FollowsOwner = true },
        new(new RemoteId("v"), [], "v") { Owner = new Ref(EntityKind.ProductVariant, new RemoteId("9")) { IsForeign = true } },
    ];

    [Fact]
    public void A_candidate_comes_out_as_it_went_in()
    {
        var table = Fill();
        table.Values.Should().BeEquivalentTo(Candidates, options => options.WithStrictOrdering().ComparingByMembers<Candidate>());
        table.Keys.Should().Equal(Candidates.Select(candidate => candidate.Id));
        table.Count.Should().Be(4);
    }

    [Fact]
    public void The_last_candidate_of_an_id_counts()
    {
        var table = Fill();
        table[new RemoteId("1")] = new Candidate(new RemoteId("1"), ["REF-X", null], "other");
        table.Count.Should().Be(4);
        table.TryGetValue(new RemoteId("1"), out var found).Should().BeTrue();
        found!.Label.Should().Be("other");
        table.IndexByKey(0).Find("REF-1").IsEmpty.Should().BeTrue();
        table.IndexByKey(0).Find("REF-X").IsSingle.Should().BeTrue();
    }

    [Fact]
    public void Whatever_is_known_of_a_candidate_survives()
    {
        // A foreign owner does not fit the packed form.
        Fill().TryGetValue(new RemoteId("v"), out var found).Should().BeTrue();
        found!.Owner!.Value.IsForeign.Should().BeTrue();
    }

    [Fact]
    public void A_removed_candidate_is_gone()
    {
        var table = Fill();
        table.Remove(new RemoteId("1"), out var removed).Should().BeTrue();
        removed!.Keys.Should().Equal("REF-1", null);
        table.Remove(new RemoteId("1")).Should().BeFalse();
        table.ContainsKey(new RemoteId("1")).Should().BeFalse();
        table.Values.Select(candidate => candidate.Id.Value).Should().Equal("product:2", "5/cover", "v");
        table.IndexByKey(0).Find("REF-1").IsEmpty.Should().BeTrue();
    }

    private static CandidateTable Fill()
    {
        var table = new CandidateTable(new Scratch());
        foreach (var candidate in Candidates)
            table[candidate.Id] = candidate;
        return table;
    }
}
