namespace ErpSync.Abstractions.Tests.Outcomes;

public sealed class SyncProblemTests
{
    [Fact]
    public void One_line_names_connection_kind_id_field_message_and_remedy() =>
        new SyncProblem(ProblemKind.Rejected, "shop.name-invalid", "The name holds '<'.")
        {
            Connection = "shop",
            EntityKind = EntityKind.Product,
            Id = new RemoteId("12"),
            Field = "Name",
            Remedy = "Remove it.",
        }.ToString().Should().Be("shop product 12 (Name): The name holds '<'. Remove it. [shop.name-invalid]");

    [Fact]
    public void What_is_not_concerned_is_not_named() => new SyncProblem(ProblemKind.Unavailable, "x.down", "Down.").ToString().Should().Be("Down. [x.down]");

    [Theory]
    [InlineData(ProblemKind.Unavailable, true)]
    [InlineData(ProblemKind.RateLimited, true)]
    [InlineData(ProblemKind.OutcomeUnknown, false)]
    [InlineData(ProblemKind.Rejected, false)]
    public void Only_what_passes_by_itself_is_transient(ProblemKind kind, bool transient) => new SyncProblem(kind, "x", "x").IsTransient.Should().Be(transient);

    [Fact]
    public void An_exception_carries_its_problem()
    {
        var problem = new SyncProblem(ProblemKind.Denied, "x.denied", "No.");

        new ConnectorException(problem).Should().BeEquivalentTo(new { Problem = problem, Message = "No. [x.denied]" });
        FluentActions.Invoking(() => new ConnectorException(null!)).Should().Throw<ArgumentNullException>();
    }
}
