namespace ErpSync.Abstractions.Tests.Connecting;

public sealed class ConnectorTests
{
    private static readonly Connector Shop = new("shop", "Test shop");

    [Fact]
    public void A_capability_is_found_by_its_interface_alone()
    {
        var meter = new Meter();
        var connector = new Connector("shop", "Test shop").With<IRequestMeter>(meter);

        connector.Find<IRequestMeter>().Should().BeSameAs(meter);
        connector.Find<Meter>().Should().BeNull();
        connector.Capabilities.Should().Equal(typeof(IRequestMeter));
    }

    [Fact]
    public void A_capability_that_is_added_again_replaces_the_first()
    {
        var later = new Meter();

        new Connector("shop", "Test shop").With<IRequestMeter>(new Meter()).With<IRequestMeter>(later).Get<IRequestMeter>().Should().BeSameAs(later);
    }

    [Fact]
    public void A_missing_capability_is_null_or_an_unsupported_problem_by_name()
    {
        Shop.Find<IDeleter<Product>>().Should().BeNull();

        var problem = FluentActions.Invoking(() => Shop.Get<IDeleter<Product>>()).Should().Throw<ConnectorException>().Which.Problem;

        problem.Should().BeEquivalentTo(new { Kind = ProblemKind.Unsupported, Connection = "shop", Message = "Test shop does not offer Deleter for Product." });
    }

    [Fact]
    public void Counts_between_two_readings_are_their_difference() =>
        (new RequestCounts(5, 3, 1) - new RequestCounts(2, 3, 0)).Should().Be(new RequestCounts(3, 0, 1)).And.Match<RequestCounts>(counts => counts.Total == 3);

    private sealed class Meter : IRequestMeter
    {
        public RequestCounts Requests => default;
    }
}
