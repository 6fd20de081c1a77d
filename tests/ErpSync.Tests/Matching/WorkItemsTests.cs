using ErpSync.Matching;
using ErpSync.Reading;

namespace ErpSync.Tests.Matching;

public sealed class WorkItemsTests
{
    private static readonly WorkItem[] Items =
    [
        new(0, new RemoteId("1"), new RemoteId("2")) { Label = "REF-1", Reason = "same reference", NewbornAt = Side.First },
        new(0, null, new RemoteId("2")) { Label = "2", Reason = "only in erp" },
        new(long.MaxValue, new RemoteId("1"), new RemoteId("2")) { Label = "1", Reason = "same reference", HasMoved = true, FirstGone = true, SecondGone = true },
        new(0, new RemoteId("3"), null) { Held = new SyncProblem(ProblemKind.Ambiguous, "match.ambiguous", "two"), Candidates = [new RemoteId("4"), new RemoteId("5")] },
    ];

    [Fact]
    public void An_item_comes_out_as_it_went_in()
    {
        var items = new WorkItems(new Scratch());
        items.AddRange(Items);
        items.Should().Equal(Items);
        items.Count.Should().Be(4);
    }

    [Fact]
    public void An_item_can_be_replaced()
    {
        var items = new WorkItems(new Scratch());
        items.AddRange(Items);
        items[3] = Items[0];
        items[0] = Items[3];
        items.Should().Equal(Items[3], Items[1], Items[2], Items[0]);
    }
}
